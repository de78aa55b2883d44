import type { Words } from '../words.ts';

export const tour: Words['tour'] = {
  title: 'Visita guiada',
  newHere: '¿Es tu primera vez?',
  invitation: 'Seis paradas, un minuto: qué ves y cómo moverlo.',
  take: 'Enséñamelo',
  decline: 'Sin visita, gracias',
  stops: {
    prompt: (first) => ({
      title: 'Aquí se escribe Python',
      text: `Se ejecuta al momento, en tu navegador, en un CPython 3.11 simulado. Con «Siguiente» se escribe \`${first}\` por ti si el heap aún está vacío.`,
    }),
    card: () => ({
      title: 'Cada objeto es una tarjeta',
      text: 'Muestra el tipo, el valor y cuántas referencias llevan al objeto. Cuando ese contador llega a cero, el objeto se libera y su tarjeta desaparece.',
    }),
    names: () => ({
      title: 'Los nombres apuntan a objetos',
      text: 'Un nombre es una flecha, no una caja. `b = a` crea una segunda flecha al mismo objeto; `del a` quita una.',
    }),
    collector: () => ({
      title: 'El recolector de basura',
      text: 'Lo que hace referencia a sí mismo en círculo nunca se libera contando. El recolector lo encuentra: por sí solo tras bastantes objetos nuevos, o cuando pulsas uno de estos botones.',
    }),
    memory: () => ({
      title: 'Dónde está en la memoria',
      text: 'Las arenas, los pools y los bloques en los que están los objetos, byte a byte, y lo que se ha pedido al sistema operativo.',
    }),
    scenarios: () => ({
      title: 'Los escenarios te guían',
      text: 'Guiones cortos sobre una idea cada uno: recorre uno paso a paso, mira qué hace y responde a su pregunta.',
    }),
  },
  skip: 'Saltar la visita',
  of: (at, all) => `${at} de ${all}`,
  back: 'Atrás',
  next: 'Siguiente',
  done: 'Listo',
};
