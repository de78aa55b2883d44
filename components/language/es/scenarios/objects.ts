import type { ScenarioWords } from '../../../../classroom/scenarios/words.ts';

export const objects: Readonly<Record<string, ScenarioWords>> = {
  header: {
    title: 'Lo que lleva todo objeto',
    aim: 'Un valor nunca viene solo: delante de él están un contador y un tipo.',
    say: [
      'Un float es un objeto del heap. Selecciona su tarjeta y mira sus bytes.',
      'El tipo también es un objeto; todos los float apuntan a él.',
      '24 bytes: 8 para el contador, 8 para el tipo y 8 para el propio número.',
      'El contador está en 2 mientras se pregunta por él: el nombre `a` y el argumento de la llamada.',
      'Un objeto sin valor es solo la cabecera: 16 bytes.',
    ],
    question: {
      belief: 'Un float ocupa los 8 bytes de un double.',
      wrong: [
        ['0', 'Todos los objetos tienen el mismo tamaño.'],
        ['24', 'La cabecera cuenta solo en los números.'],
      ],
      why: 'Ambos tienen la cabecera de 16 bytes. El float añade su double; el objeto sencillo, nada.',
    },
  },
  'growing-numbers': {
    title: 'Un int crece dígito a dígito',
    aim: 'Los int de Python no tienen un valor máximo. Lo pagan con 4 bytes por cada 30 bits.',
    say: [
      '28 bytes: una cabecera de 24 y un dígito de 4.',
      'El mayor que cabe en un dígito sigue ocupando 28.',
      'Uno más, y hace falta un segundo dígito: 32.',
      'Un número de 301 cifras decimales.',
      'Ocupa 160 bytes, y sigue siendo un objeto en un bloque.',
    ],
    question: {
      belief: 'Un int tiene 64 bits.',
      wrong: [
        ['0', 'Ambos caben en 64 bits.'],
        ['8', 'Los int crecen en palabras de 8 bytes.'],
      ],
      why: 'En un dígito caben 30 bits. 2 ** 60 es el primer número que necesita tres.',
    },
  },
  'wide-text': {
    title: 'Un carácter ensancha todo el texto',
    aim: 'Todos los caracteres de un texto ocupan tanto como el más ancho.',
    say: [
      '100 letras ASCII: 49 bytes de cabecera y 1 byte por cada una.',
      'Un signo del euro necesita 2 bytes, así que los 101 caracteres reciben 2.',
      'Una cara necesita 4, y otra vez pagan todos.',
      'Como bytes, cada letra ASCII vuelve a ser un byte, y la cabecera es más pequeña.',
    ],
    question: {
      belief: 'Un solo carácter ancho cuesta solo lo suyo.',
      wrong: [['False', 'Solo la cara ocupa 4 bytes.']],
      why: 'Los caracteres se encuentran por su índice, así que todos los de un texto son igual de anchos: aquí 4 bytes.',
    },
  },
  'list-growth': {
    title: 'Cómo crece una lista',
    aim: 'Se pide sitio por adelantado, así que la mayoría de las veces añadir no necesita memoria nueva.',
    say: [
      'Una lista vacía aún no tiene sitio para elementos.',
      '56 bytes: cabeceras, longitud y dónde están los elementos.',
      'El primer append pide sitio para 4.',
      '56 y 4 direcciones de 8 bytes: 88.',
      'El segundo ocupa un sitio que ya está.',
      'Siguen siendo 88.',
      'Con 3 más hay uno de más para los 4 sitios.',
      'Ahora hay 8 sitios: 56 + 8 × 8.',
    ],
    question: {
      belief: 'Cada append agranda la lista.',
      wrong: [
        ['16', 'Cada append pide 8 bytes.'],
        ['5', 'El sitio se duplica.'],
      ],
      why: 'Hay sitio para 4 elementos, luego para 8 y luego para 16: tres tamaños para dieciséis append.',
    },
  },
  'addresses-not-copies': {
    title: 'Un contenedor guarda direcciones',
    aim: 'Una lista de cosas grandes es tan pequeña como una lista de cosas pequeñas.',
    say: [
      'Un texto de 10.000 caracteres.',
      'Ocupa 10.049 bytes.',
      'Una lista que lo tiene tres veces: tres flechas a un objeto.',
      '80 bytes: 56 y tres direcciones de 8.',
      '5: el nombre, tres sitios de la lista y la llamada.',
    ],
    question: {
      belief: 'Poner un objeto en una lista lo copia.',
      wrong: [
        ['[0]', 'La tabla tiene dos listas.'],
        ['[0, 0]', 'Añadir mete lo que ya había.'],
      ],
      why: 'Ambos sitios guardan la dirección de la misma lista.',
    },
  },
};
