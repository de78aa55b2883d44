/**
 * Names that CPython's own modules have interned by the time a program starts, as far as a program is likely to use
 * them. Asked from CPython 3.11.7: a constant with such a text is an object that existed before.
 */
export const KNOWN_NAMES: ReadonlySet<string> = new Set(
  `
ABC ABCMeta APPDATA ASCII AsyncGenerator AsyncIterable AsyncIterator AttributeError Awaitable BOM
BOM_UTF16_BE BOM_UTF16_LE BOM_UTF32_BE BOM_UTF32_LE BOM_UTF8 BlockingIOError BufferedIOBase
BufferedRWPair BufferedRandom BufferedReader BufferedWriter BuiltinImporter ByteString BytesIO
BytesWarning Callable Codec Collection Container Coroutine EOFError Ellipsis Exception FileExistsError
FileFinder FileIO FrozenImporter FunctionType Generator GeneratorExit GenericAlias HOME HOMEDRIVE
HOMEPATH Hashable IOBase ImportError ImportWarning IndexError ItemsView Iterable Iterator KeyError
KeysView LICENSE Lib Library Loader LookupError MAGIC_NUMBER MASK MAX MS_WINDOWS Mapping MappingView
ModuleSpec ModuleType MutableMapping MutableSequence MutableSet NamespaceLoader NotImplemented OSError
O_CREAT O_EXCL O_RDONLY O_WRONLY OpenKey PATH PIPE ParamSpec PathFinder PathLike PermissionError Popen
Python RawIOBase Reader Reversible RuntimeError RuntimeWarning SEEK_CUR SEEK_END SEEK_SET SF_IMMUTABLE
SOURCE_SUFFIXES ST_MODE ST_MTIME ST_SIZE S_IEXEC S_IFBLK S_IMODE S_IREAD S_IRUSR S_IRWXG S_IRWXO S_IRWXU
S_ISBLK S_ISCHR S_ISDIR S_ISFIFO S_ISGID S_ISLNK S_ISREG S_ISSOCK S_IWGRP S_IWOTH S_IWRITE S_IWUSR
S_IXUSR Sequence Set Sized SourceFileLoader StopIteration StreamReader StreamWriter StringIO SystemError
SystemExit TextIOBase TextIOWrapper TypeError UF_IMMUTABLE USERNAME USERPROFILE ValueError ValuesView
_LoaderBasics __aiter__ __all__ __and__ __anext__ __args__ __author__ __await__ __bases__ __builtins__
__cached__ __call__ __class__ __code__ __contains__ __delattr__ __delitem__ __dict__ __doc__ __enter__
__eq__ __exit__ __file__ __fspath__ __ge__ __getattr__ __getattribute__ __getitem__ __gt__ __hash__
__iadd__ __iand__ __import__ __init__ __ior__ __isub__ __iter__ __ixor__ __le__ __len__ __loader__
__lt__ __main__ __module__ __mro__ __name__ __new__ __next__ __or__ __package__ __parameters__ __path__
__pycache__ __qualname__ __rand__ __reduce__ __reduce_ex__ __repr__ __reversed__ __ror__ __rsub__
__rxor__ __setitem__ __slots__ __spec__ __sub__ __subclasshook__ __xor__ _abc _bootstrap _classify_pyc
_collections_abc _data _exit _f _files _framework _get_spec _getuserbase _globals _hash _imp _io _load
_lock _mode _name _names _os _path _proc _sentinel _set _setup _stat _stream _thread _trace _warnings
_weakref _winapi abc abs abspath abstractmethod access aclose acquire acquire_lock add alias all
allocate_lock altsep always any append archive args argv ascii ascii_letters asend async_generator
atexit athrow attr audit backslashreplace base base_path basename bases bit bits bool brace buffer
buffering bufsize builtins bytearray bytecode byteorder bytes cache cache_tag cached callable casefold
catch_warnings cb chain char character chars chdir checked chflags child chmod chown classmethod clear
close cls cmd code colon common commonpath commonprefix comp compile compress comps consumed contents
contextlib contextmanager cookie copy copyright coroutine count crc create_module credits curdir cwd
cygwin darwin data date decode decoder decompress dedent default defpath delattr detect_encoding devnull
dict digits dir dir_fd dirname dirpath dirs discard dollar dont_inherit dot drive dumps e1 e2 elem empty
emscripten encode encoder encoding encodings end endswith entries entry enumerate env environ environb
eof err error errors ex exc exc_details exc_info exc_traceback exc_type exc_value excepthook exec
exec_module exec_prefix executable execv execve exist_ok existing exists exit expanduser expandvars
extend extension extensions extsep f1 f2 factory fd fdopen file file_name file_size filemode filename
filepath files final find find_loader find_module find_spec finder flags fn fname follow_symlinks fork
format format_exception fp fp1 fp2 from_bytes fromlist frozen frozenset fsdecode fsencode fspath fstat
fullname fullpath func funcname functools fxn generator get get_cache_token get_code get_data
get_filename get_ident get_source getatime getattr getctime getcwd getcwdb getegid getenv geteuid getgid
getmtime getpwnam getpwuid getsize getstate getuid getwriter globals group hasattr hash head help here
history hkey home hook id ignore ignore_errors imp implementation importer importlib index info
initialized input insert instance int io is_dir is_package is_symlink isabs isalnum isdir isdisjoint
isfile isinstance islink ismount isolated ispkg it item items iter iterator iterencode java join
keepends key keys klass kwargs kwds last_exc latin1 lchown len level lexists lib libdir libedit license
line lineno lines linesep link list listdir little load_module loader loaders loads locale locals
location lock lookup lookup_error lower lstat lstrip magic main makedirs map mapping mappingproxy
marshal max maxsize mcls me memoryview message meta_path metaclass method methods mi min mkdir mkfifo
mktime mod mod_name mode modpath module module_from_spec module_repr modules mro msg mtime name
namereplace names namespace never new new_path next no_site no_user_site normcase normpath ns nt ntpath
nul obj object offset ok old old_path onerror open open_code optimization optimize origin os other
output override owner package pardir parent parse_and_bind part partition path path_hooks pathname paths
pathsep percent perm pid pkg_name pkgdir pkgutil platform platlibdir pop popen popitem portions pos
posix posixpath prefix prefixes print proc prompt property proto putenv pw_dir pwd py pycache_prefix
pydoc quit quote range re read reader readline readlines readlink realpath record recursive ref register
register_error release release_lock relpath remove rename replace repr res reset resolve_name rest
result returncode reverse reversed rfind rmdir rng root rpartition rsplit rstrip run_module run_name s1
s2 samefile sameopenfile samestat scandir scandir_it script_name search seek seen self send sep set
set_data setattr setdefault setstate setter shell simplefilter size sizehint sorted source source_bytes
source_hash source_path span spec spec_from_loader split splitdrive splitext splitlines st st_atime
st_dev st_ino st_mode st_mtime st_size stacklevel start start_offset startswith stat state staticmethod
statvfs stderr stdin stdout stop str stream streamreader streamwriter strict string strip sts subclass
subprocess suffix suffixes sum super supports_dir_fd supports_fd surrogateescape symlink sys t1 t2 table
tag tail target tb tell text text_encoding textwrap throw tid time to_bytes tokenize top topdown
traceback translate true truncate tuple typ type types typing unknown unlink update upper util utime val
value values var vars venv verbose verbosity version version_info vxworks wait waiters waitpid wakeup
walk warn warnings wasi wb whence where why win win32 winerror winreg winver with_traceback wraps write
writelines writer zip zipimporter zlib
`
    .trim()
    .split(/\s+/),
);
