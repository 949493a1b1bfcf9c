/** Why something did not work, and what to do, by the code of the failure. */
export const failures = {
  'letter-size': 'No tiene el tamaño de una carta. Recoja el paquete otra vez.',
  'letter-malformed':
    'No es una carta de una versión conocida aquí. Recoja el paquete otra vez, o use una página más nueva.',
  'wrong-epoch': 'Se selló para otro mes que el de la clave. Avise a quien se ocupa de este programa.',
  'epoch-key-missing':
    'Su archivo de clave no tiene clave para este mes: se olvidó, o nunca se hizo. Si existe una copia más antigua del archivo de clave, desbloquee con ella. Si no, tiene que abrirla otro revisor.',
  'share-malformed': 'Su parte no está bien formada. Conserve el paquete y avise a quien se ocupa de este programa.',
  'takes-several': 'Solo se abre cuando varios revisores entregan sus partes a uno de ellos.',
  'commitment-mismatch': 'Se alteró después de sellarse. Conserve el paquete y recójalo otra vez otro día.',
  'stream-damaged': 'Se alteró o se cortó después de sellarse. Recoja el paquete otra vez.',
  'length-out-of-range':
    'Se abrió, pero su longitud es imposible. Conserve el paquete y avise a quien se ocupa de este programa.',
  'padding-not-zero':
    'Se abrió, pero contiene datos donde no debe haber ninguno. Conserve el paquete y avise a quien se ocupa de este programa.',
  'report-not-text': 'Se abrió, pero no es texto. Ábrala con la línea de órdenes para ver sus bytes.',
  'report-not-json': 'Se abrió, pero no es una denuncia. Ábrala con la línea de órdenes para ver sus bytes.',
  'report-invalid':
    'Se abrió, pero no es una denuncia de un formulario conocido aquí. Use una página más nueva, o la línea de órdenes.',
  'report-too-deep':
    'Se abrió, pero se hizo para romper los programas que la leen. Ábrala con la línea de órdenes para ver sus bytes.',

  'bundle-malformed': 'El paquete está dañado. Lo que venía antes del daño está aquí. Recójalo otra vez.',
  'bundle-truncated':
    'El paquete se corta antes de su final. Lo que venía antes está aquí. Cópielo o recójalo otra vez.',
  'file-unreadable': 'El archivo no se puede leer. ¿Sigue conectada la memoria USB? Elija el archivo otra vez.',
  'file-unknown': 'Esto no es un archivo de clave, ni un libro de casos, ni un paquete. Elija otro archivo.',

  'key-file-malformed': 'Este archivo de clave está dañado. Tómelo de una copia.',
  'key-file-unsupported': 'Este archivo de clave es de una clase que esta página no conoce. Use una página más nueva.',
  'key-file-locked':
    'La frase de contraseña no es correcta, o el archivo de clave se alteró. Inténtelo de nuevo; si no, tome el archivo de una copia.',
  'key-of-charter':
    'Esta es la clave fundacional de la oficina. No debe estar nunca cerca de denuncias. Elija su propio archivo de clave.',

  'casebook-malformed': 'Este libro de casos está dañado al comienzo. Tómelo de una copia.',
  'casebook-unsupported': 'Este libro de casos es de una clase que esta página no conoce. Use una página más nueva.',
  'casebook-locked':
    'El libro de casos no se abre con esta frase de contraseña. Escriba la del libro de casos; si es la correcta, el archivo se alteró: tómelo de una copia.',
  'casebook-damaged': 'El libro de casos está dañado. Lo que venía antes del daño está aquí.',
  'casebook-line': 'El libro de casos contiene algo que esta página no entiende. Use una página más nueva.',
  'casebook-of-another': 'Este libro de casos es de otra clave. Elija el que corresponde a su archivo de clave.',
  'casebook-waiting':
    'Hay cambios suyos que esperan aquí, sellados, y todavía no están en ningún archivo. Primero desbloquee y guarde; después abra el otro libro de casos.',
  'casebook-unwritten': 'El archivo no está completo en el disco. ¿Hay sitio en él? Guarde otra vez, en otro lugar.',

  'statement-malformed': 'Lo que vino como lista de revisores no lo es. Recójalo otra vez.',
  'statement-kind': 'Lo que vino como lista de revisores es otro documento. Recójalo otra vez.',
  'signature-invalid':
    'La lista de revisores no está firmada por la oficina. No la use, y avise a la oficina por otra vía.',
  'roster-invalid': 'La lista de revisores está firmada, pero no bien formada. La oficina tiene que firmarla de nuevo.',
  'roster-conflict':
    'Hay dos listas de revisores distintas de la misma versión. No use ninguna, y avise a la oficina por otra vía.',
  'charter-differs':
    'Esto nombra a otra oficina que la de su libro de casos: su número de comprobación es distinto. No lo use. Avise a la oficina por otra vía.',
  'charter-refused':
    'Se ha olvidado esa oficina. No confíe en este paquete: puede que alguien se haga pasar por su oficina. Pida a la oficina su número por otra vía.',

  'case-invalid':
    'Esta denuncia nombra su caso de una forma que no se conoce aquí, así que no se contó como parte de él.',
  'case-unproven':
    'Esta denuncia nombra un caso cuyo código no tenía quien la escribió, así que no se contó como parte de él. Puede que alguien se haga pasar por esa persona.',

  'evidence-size': 'Un trozo de las pruebas está cortado. Recoja el paquete otra vez.',
  'evidence-damaged': 'Un trozo de las pruebas se alteró, o pertenece a otra denuncia. Recoja el paquete otra vez.',
  'evidence-missing':
    'El archivo no llegó con la denuncia. Recoja las cartas otra vez; si sigue faltando, el servidor lo perdió.',
  'evidence-count': 'No llegaron tantas pruebas como nombra la denuncia. Recoja el paquete otra vez.',
  'evidence-not-at-hand': 'Las pruebas están en su paquete. Abra ese paquete otra vez.',

  'report-unknown': 'Esa denuncia no está aquí. Abra el paquete en que llegó.',
  'duplicate-of-itself': 'Esa denuncia ya figura como repetición de esta. Primero anule eso, o deje esta como está.',
  'link-to-itself': 'Es la misma denuncia. Elija otra.',
  'note-of-another': 'Una nota solo la puede cambiar quien la escribió. Escriba una propia.',
  recused: 'Usted se ha apartado de esta denuncia, así que se le oculta.',
  'journal-invalid':
    'Esto no se puede anotar tal como está: está vacío, o es demasiado largo. Cámbielo e inténtelo de nuevo.',

  'setting-invalid':
    'Esto no se puede conservar tal como está: un nombre está vacío, es demasiado largo o ya existe. Cámbielo e inténtelo de nuevo.',

  'out-of-memory':
    'El equipo no tiene memoria suficiente para esto. Cierre otros programas, o abra menos paquetes a la vez.',
  'already-unlocked': 'La página ya está desbloqueada.',
  locked: 'La página está bloqueada. Desbloquéela primero.',
  'line-closed': 'La página se bloqueó mientras esto estaba en marcha.',
  cancelled: 'Usted lo paró.',
  unforeseen:
    'Algo salió mal que no estaba previsto. Inténtelo de nuevo; si sigue así, avise a quien se ocupa de este programa.',
} as const;
