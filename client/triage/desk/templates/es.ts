import type { TemplateTexts } from './texts.ts';

export const es: TemplateTexts = {
  acknowledgement:
    'Hemos recibido lo que envió el {received} y lo estamos leyendo. No podemos prometer un resultado. Antes del {feedbackBy} debería encontrar aquí qué se ha hecho. Puede añadir algo en cualquier momento con el mismo código. No tiene que hacerlo.',
  question:
    'Hemos leído lo que envió. Una cosa nos ayudaría a entenderlo:\n\n{question}\n\nConteste solo si es seguro para usted. Puede no contestar. Por favor, no busque pruebas: puede ser peligroso.',
  feedback:
    'Esto es lo que se ha hecho sobre lo que envió el {received}:\n\n{done}\n\nNo escribimos más aquí para no poner a nadie en peligro. Puede volver a escribirnos con el mismo código.',
  referral:
    '{organisation} quizá pueda ayudar. No les pasamos nada si usted no dice que sí. Si está de acuerdo, escríbalo aquí y diga qué debemos omitir. Si no contesta, no pasamos nada.',
  closing:
    'Cerramos lo que envió el {received}. El motivo:\n\n{reason}\n\nGracias por contárnoslo. Si algo cambia, o si cree que nos equivocamos, puede volver a escribirnos con el mismo código.',
  safety:
    'Su seguridad es lo primero. Si está en peligro ahora y puede hacerlo sin riesgo, llame a {emergency}. Nosotros no podemos ir adonde usted está. Lea y escriba aquí solo en un dispositivo que nadie más mire. No reúna pruebas si eso le pone en peligro a usted o a otras personas.',
};
