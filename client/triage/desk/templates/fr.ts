import type { TemplateTexts } from './texts.ts';

export const fr: TemplateTexts = {
  acknowledgement:
    'Nous avons reçu ce que vous avez envoyé le {received} et nous le lisons. Nous ne pouvons pas promettre de résultat. D’ici au {feedbackBy}, vous devriez trouver ici ce qui a été fait. Vous pouvez ajouter quelque chose à tout moment avec le même code. Vous n’y êtes pas obligé.',
  question:
    'Nous avons lu ce que vous avez envoyé. Une chose nous aiderait à le comprendre :\n\n{question}\n\nNe répondez que si c’est sans danger pour vous. Vous pouvez ne pas répondre. S’il vous plaît, ne cherchez pas de preuves : cela peut être dangereux.',
  feedback:
    'Voici ce qui a été fait au sujet de ce que vous avez envoyé le {received} :\n\n{done}\n\nNous n’écrivons pas plus ici, pour ne mettre personne en danger. Vous pouvez nous écrire à nouveau avec le même code.',
  referral:
    '{organisation} peut peut-être aider. Nous ne leur transmettons rien si vous ne dites pas oui. Si vous êtes d’accord, écrivez-le ici, et dites ce que nous devons laisser de côté. Si vous ne répondez pas, nous ne transmettons rien.',
  closing:
    'Nous fermons ce que vous avez envoyé le {received}. La raison :\n\n{reason}\n\nMerci de nous l’avoir dit. Si quelque chose change, ou si vous pensez que nous nous trompons, vous pouvez nous écrire à nouveau avec le même code.',
  safety:
    'Votre sécurité passe avant tout. Si vous êtes en danger maintenant, et si vous pouvez le faire sans risque, appelez {emergency}. Nous ne pouvons pas venir vous chercher. Ne lisez et n’écrivez ici que sur un appareil que personne d’autre ne regarde. Ne rassemblez pas de preuves si cela vous met en danger, vous ou d’autres.',
};
