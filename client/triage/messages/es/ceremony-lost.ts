/** When a key is lost or stolen: the same steps as in the office's runbooks, in the words of this page. */
export const ceremonyLost = {
  title: 'Cuando una clave se pierde o la roban',
  when: 'Enseguida. Si no está seguro de si la robaron, la robaron.',
  intro: 'Busque qué pasó, y haga los pasos en su orden.',
  open: 'Leer',
  cases: {
    lost: {
      title: 'Un revisor perdió su archivo de clave, o su frase de contraseña',
      steps: [
        'Busque primero la segunda copia. Pruebe la frase de contraseña despacio, con otro teclado.',
        'Lo que se selló solo para ese revisor ya no lo puede leer nadie. Lo que se dirigió también a otros, lo abren ellos.',
        'El revisor hace un nuevo archivo de clave: «Hacer un archivo de clave para un revisor».',
        'Quite del borrador la clave antigua y ponga en él la nueva: «amparo roster remove», y después «amparo roster add».',
        'Compare las palabras de la clave nueva, después haga «Firmar la lista de revisores», y publíquela.',
      ],
    },
    stolen: {
      title: 'Robaron el archivo de clave de un revisor',
      steps: [
        'En el servidor, enseguida: «amparo account remove», para que ya no se recoja nada con ese nombre.',
        'Después, como con una clave perdida: la robada sale de la lista de revisores, y entra una nueva. Hágalo hoy.',
        'Hasta que se publique la nueva lista de revisores, las denuncias se siguen sellando para la clave robada.',
        'Un ladrón que tiene la frase de contraseña, o la adivina, lee las cartas de los meses que el archivo todavía contiene. Los meses que se olvidaron siguen cerrados.',
        'Avise a quienes denunciaron y están en peligro, por sus buzones, y a todas las personas de su propia lista de personas a las que avisar.',
      ],
    },
    charterLost: {
      title: 'Se perdió la clave fundacional',
      steps: [
        'Vaya a buscar el papel: «Recuperar del papel la clave fundacional».',
        'Sin papel: los revisores siguen abriendo todo, y la lista de revisores es válida hasta que vence.',
        'Antes de ese día, cree una oficina nueva con una nueva clave fundacional, carteles nuevos y una dirección nueva.',
      ],
    },
    charterStolen: {
      title: 'Robaron la clave fundacional, o su papel',
      steps: [
        'Quien la tiene puede hacer una lista de revisores con lectores propios. Primero retire el formulario de la red.',
        'Cree una oficina nueva en una carpeta nueva: «amparo office init». Su número es otro.',
        'Ponga a los revisores en su borrador, fírmelo, y publíquelo en una carpeta de datos vacía en el servidor.',
        'Reemplace todos los carteles y tarjetas. Diga abiertamente, por otras vías, que el número antiguo ya no es de ustedes.',
      ],
    },
    server: {
      title: 'El servidor fue incautado o está averiado',
      steps: [
        'No contiene nada que abra una denuncia. Por esto no hay que cambiar las claves.',
        'Instale otro a partir de una copia de su carpeta de datos, o de la carpeta de la oficina con «amparo roster publish».',
        'Si la clave del registro público estaba en él, haga un registro nuevo y deje que la oficina responda por él: «amparo log init», «amparo roster log», y después «Firmar la lista de revisores».',
      ],
    },
  },
} as const;
