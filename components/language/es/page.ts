import type { Words } from '../words.ts';

export const page: Words['page'] = {
  skip: 'Saltar al contenido',
  language: 'Idioma',
  settings: 'Idioma y colores',
  scheme: { label: 'Colores', light: 'Claro', dark: 'Oscuro', system: 'Como el sistema' },
  toStart: 'A la página de inicio',
  about: 'Un aula en el navegador donde todos comparten un mismo heap simulado de CPython.',
  aboutSandbox: 'Un heap simulado de CPython en tu navegador: escribe Python y mira su memoria.',
  titles: {
    sandbox: 'Banco de pruebas',
    results: 'Mis resultados',
    lesson: 'Sesión',
    lessons: 'Sesiones',
    replay: 'Repetición',
    projector: 'Proyector',
    class: 'Clase',
    progress: 'Progreso',
    teach: 'Enseñar',
    deck: 'Colección de preguntas',
    decks: 'Colecciones de preguntas',
  },
  nowhere: {
    title: 'Aquí no hay nada, o no es para ti',
    text: 'Una sesión pueden verla quienes participaron y su docente, en el navegador que usaron entonces. Lo que su docente ha borrado, o aquello de lo que ha quitado los nombres, ya no está para quienes participaron.',
  },
  failed: {
    title: 'Esta página ha fallado',
    text: 'Es un fallo de Heaproom. Lo que ha hecho la clase está guardado en el servidor y no se ve afectado.',
    again: 'Intentarlo de nuevo',
  },
};
