import type { Words } from '../words.ts';

export const design: Words['design'] = {
  close: 'Cerrar',
  cancel: 'Cancelar',
  copied: 'Copiado',
  noCopy: 'Aquí no se puede copiar',
  nothing: 'Aquí todavía no hay nada.',
  notOpened: 'No se ha podido abrir',
  notLoaded: 'Esta parte no se ha podido cargar',
  offline: 'Comprueba tu conexión. Si sigue así, vuelve a cargar la página: no se pierde nada tuyo.',
  again: 'Intentarlo de nuevo',
  loading: 'Cargando…',
  of: (value, max) => `${value} de ${max}`,
  message: 'Aviso',
  messages: (key) => `Avisos (${key})`,
  number: {
    none: 'Un número, por favor.',
    ambiguous: (whole, decimal) => `Esto se puede leer de dos maneras. Escribe ${whole} o ${decimal}.`,
    grouped: (instead) => `Nada entre los millares, por favor: ${instead}.`,
    comma: (instead) => `Un punto antes de los decimales, por favor: ${instead}.`,
    large: 'Es demasiado grande para una respuesta.',
    hint: 'Coma o punto antes de los decimales y nada entre los millares.',
  },
};
