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
};
