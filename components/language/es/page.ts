import type { Words } from '../words.ts';

export const page: Words['page'] = {
  skip: 'Saltar al contenido',
  language: 'Idioma',
  scheme: { label: 'Colores', light: 'Claro', dark: 'Oscuro', system: 'Como el sistema' },
  loading: 'Cargando…',
  toStart: 'A la página de inicio',
  nowhere: {
    title: 'Aquí no hay nada, o no es para usted',
    text: 'Una clase pueden verla quienes participaron y su docente, en el navegador que usaron entonces.',
  },
  failed: {
    title: 'Esta página ha fallado',
    text: 'Es un fallo de Heaproom. Lo que ha hecho la clase está guardado en el servidor y no se ve afectado.',
    again: 'Intentarlo de nuevo',
  },
};
