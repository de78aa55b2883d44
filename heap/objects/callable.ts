/** Fields of what can be called besides functions. Models Include/cpython/methodobject.h, descrobject.h, classobject.h. */
export const BUILTIN_DEF = 16;
export const BUILTIN_SELF = 24;
export const BUILTIN_MODULE = 32;
export const METHOD_FUNCTION = 16;
export const METHOD_SELF = 24;
export const DESCR_TYPE = 16;
export const DESCR_NAME = 24;
/** 0 until somebody asks for it. */
export const DESCR_QUALNAME = 32;
export const DESCR_DEF = 40;
