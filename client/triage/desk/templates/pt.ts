import type { TemplateTexts } from './texts.ts';

export const pt: TemplateTexts = {
  acknowledgement:
    'Recebemos o que enviou em {received} e estamos a ler. Não podemos prometer um resultado. Até {feedbackBy} deverá encontrar aqui o que foi feito. Pode acrescentar algo a qualquer momento com o mesmo código. Não é obrigado a fazê-lo.',
  question:
    'Lemos o que enviou. Uma coisa ajudava-nos a compreender:\n\n{question}\n\nResponda só se for seguro para si. Pode não responder. Por favor, não procure provas: pode ser perigoso.',
  feedback:
    'Isto é o que foi feito sobre o que enviou em {received}:\n\n{done}\n\nNão escrevemos mais aqui, para não pôr ninguém em perigo. Pode escrever-nos de novo com o mesmo código.',
  referral:
    '{organisation} talvez possa ajudar. Não lhes passamos nada se não disser que sim. Se concorda, escreva-o aqui e diga o que devemos deixar de fora. Se não responder, não passamos nada.',
  closing:
    'Vamos fechar o que enviou em {received}. O motivo:\n\n{reason}\n\nObrigado por nos contar. Se algo mudar, ou se achar que estamos enganados, pode escrever-nos de novo com o mesmo código.',
  safety:
    'A sua segurança está primeiro. Se está em perigo agora e o puder fazer sem risco, ligue para {emergency}. Nós não podemos ir ter consigo. Leia e escreva aqui só num aparelho que mais ninguém veja. Não junte provas se isso puser em risco a si ou a outros.',
};
