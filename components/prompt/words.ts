/** What Python brings along and a first lesson on memory uses; offered by completion beside the class's own names. */
export const KEYWORDS: readonly string[] =
  'and as assert break class continue def del elif else except False finally for from global if import in is lambda None nonlocal not or pass raise return True try while with yield'.split(
    ' ',
  );

export const BUILTINS: readonly string[] =
  'abs all any bool bytes callable dict enumerate filter float frozenset getattr hasattr hash id int isinstance issubclass iter len list map max min next object print property range repr reversed round set setattr sorted str sum super tuple type zip'.split(
    ' ',
  );

export const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  gc: 'collect disable enable freeze get_count get_objects get_referents get_referrers get_stats get_threshold is_tracked isenabled set_threshold unfreeze'.split(
    ' ',
  ),
  sys: ['getrefcount', 'getsizeof', 'getallocatedblocks', 'intern'],
  weakref: [
    'ref',
    'proxy',
    'WeakValueDictionary',
    'WeakKeyDictionary',
    'WeakSet',
    'finalize',
    'getweakrefcount',
  ],
};
