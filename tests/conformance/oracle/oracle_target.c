/* The program inside which oracle.py watches CPython 3.11 at work.
 *
 * It embeds the installed libpython3.11 and plays the prompt: each input is parsed, compiled, executed and freed as
 * the interactive loop of the C interpreter does it, in the real __main__ module.
 *
 * Looking disturbs nothing: it happens in fork()ed children, which get a copy of the process and may run any Python.
 *
 * What only serves to read an input or to print is taken out (isolation). While parsing, compiling, freeing code
 * objects and printing
 *   - the object allocator is bypassed (a private region is used, whose addresses never return),
 *   - the free lists of the interpreter are exchanged for a private set,
 *   - the collector's counters are kept and no collection can start,
 * so that everything that is seen was caused by executing the user's code.
 *
 * Several programs can be run: the interpreter is started and normalised once, and each program then runs in a
 * fork() of that state. Programs are killed after OR_SECONDS of processor time.
 */
#define Py_BUILD_CORE 1
#define PY_SSIZE_T_CLEAN
#define _GNU_SOURCE
#include <Python.h>
#include <frameobject.h>
#include "internal/pycore_interp.h"
#include "internal/pycore_pystate.h"
#include "internal/pycore_object.h"
#include "internal/pycore_pyarena.h"
#include "internal/pycore_dict.h"
#include "internal/pycore_compile.h"
#include "internal/pycore_ast.h"
#include <sys/mman.h>
#include <sys/wait.h>
#include <sys/stat.h>
#include <sys/resource.h>
#include <sys/personality.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <unistd.h>
#include <stdint.h>
#include <string.h>
#include <stdlib.h>
#include <stdio.h>

#define DIE(...) do { fprintf(stderr, "oracle_target: " __VA_ARGS__); fputc('\n', stderr); _exit(97); } while (0)

/* ---- pymalloc structures (layout facts of 3.11) ---- */
typedef struct pool_hdr { uintptr_t refcount; uint8_t *freeblock; struct pool_hdr *nextpool, *prevpool;
    unsigned arenaindex, szidx, nextoffset, maxnextoffset; } pool_hdr;
typedef struct arena_obj { uintptr_t address; uint8_t *pool_address; unsigned nfreepools, ntotalpools;
    pool_hdr *freepools; struct arena_obj *nextarena, *prevarena; } arena_obj;
#define POOLSZ 16384u
#define ARENASZ (1u<<20)

static uintptr_t libbase;
static pool_hdr **p_usedpools; static arena_obj **p_arenas; static unsigned *p_maxarenas; static arena_obj **p_usable;
static void *p_empty_keys;
typedef mod_ty (*parse_fn)(const char *, PyObject *, int, PyCompilerFlags *, PyArena *);
static parse_fn p_parse;

static uintptr_t sym(const char *name) {
    char buf[128]; snprintf(buf, sizeof buf, "ORSYM_%s", name);
    const char *v = getenv(buf); if (!v) DIE("missing %s", buf);
    return (uintptr_t)strtoull(v, NULL, 16);
}

/* ---- state ---- */
static int opt_isolate = 1, opt_cmode = 1, opt_trace = 1, opt_align = 1, opt_drain = 1, opt_io = 1, opt_leakbase = 1;
static int baseline_done = 0;
static int outfd = -1;
static PyInterpreterState *interp;
#define GCS (&interp->gc)
static int in_noise = 0, tracing = 0;
static unsigned first_user_arena = 0;

/* ---- noise region ---- */
static uint8_t *nz_base, *nz_cur, *nz_end;
static inline int is_noise(void *p) { return (uint8_t*)p >= nz_base && (uint8_t*)p < nz_end; }
static void *nz_alloc(size_t n) {
    size_t t = ((n ? n : 1) + 15) & ~(size_t)15; uint8_t *p = nz_cur; nz_cur += t + 16;
    if (nz_cur >= nz_end) DIE("noise region exhausted");
    *(size_t*)p = n; *(size_t*)(p+8) = 0; return p + 16;
}
static inline size_t nz_size(void *p) { return *(size_t*)((uint8_t*)p - 16); }

/* ---- placement ---- */
typedef struct { char kind; /* 'u' user arena,'b' baseline arena,'K' compile-time,'L' large,'?' other */
    int arena, pool, block; unsigned szc; unsigned id; } place_t;

#define HSZ (1u<<18)
static struct { uintptr_t p; unsigned id; size_t size; } *hmap; static unsigned large_seq = 0;
static unsigned hfind(uintptr_t p, int create, size_t size) {
    unsigned h = (unsigned)((p >> 4) * 2654435761u) & (HSZ-1);
    for (;;) { if (hmap[h].p == p) { if (create) { hmap[h].id = ++large_seq; hmap[h].size = size; } return hmap[h].id; }
        if (!hmap[h].p) { if (!create) return 0; hmap[h].p = p; hmap[h].size = size; return hmap[h].id = ++large_seq; }
        h = (h + 1) & (HSZ-1); }
}
static void hset(uintptr_t p, unsigned id, size_t size) { hfind(p, 1, size); unsigned h = (unsigned)((p >> 4) * 2654435761u) & (HSZ-1); while (hmap[h].p != p) h = (h + 1) & (HSZ-1); hmap[h].id = id; large_seq--; }
static place_t place_of(void *v) {
    place_t r = {'?',0,0,0,0,0}; uintptr_t p = (uintptr_t)v;
    if (is_noise(v)) { r.kind = 'K'; r.szc = (unsigned)nz_size(v); return r; }
    arena_obj *A = *p_arenas; unsigned n = *p_maxarenas;
    for (unsigned i = 0; i < n; i++) if (A[i].address && p - A[i].address < ARENASZ) {
        pool_hdr *ph = (pool_hdr*)(p & ~(uintptr_t)(POOLSZ-1));
        uintptr_t base = (A[i].address + POOLSZ-1) & ~(uintptr_t)(POOLSZ-1);
        r.szc = (ph->szidx + 1) * 16; r.arena = (int)i - (int)first_user_arena;
        r.kind = i >= first_user_arena ? 'u' : 'b';
        r.pool = (int)(((uintptr_t)ph - base) / POOLSZ);
        r.block = (int)((p - (uintptr_t)ph - 48) / r.szc);
        return r; }
    unsigned id = hfind(p, 0, 0); if (id) { r.kind = 'L'; r.id = id; }
    return r;
}

/* ---- trace ---- */
typedef struct { char op; char dom; int count0; size_t size; place_t a, b; } ev_t;
static ev_t *evs; static size_t nev = 0; static const size_t EVMAX = 2000000;
static Py_ssize_t last_coll[3]; static Py_ssize_t last_colled[3]; static int last_collecting = 0;
static void gc_markers(void) {
    if (in_noise) return;
    if (GCS->collecting && !last_collecting && nev < EVMAX) { ev_t *e=&evs[nev++]; memset(e,0,sizeof *e); e->op='S'; e->count0=GCS->generations[0].count; }
    last_collecting = GCS->collecting;
    for (int g = 0; g < 3; g++) if (GCS->generation_stats[g].collections != last_coll[g]) {
        if (nev < EVMAX) { ev_t *e=&evs[nev++]; memset(e,0,sizeof *e); e->op='G'; e->dom='0'+g;
            e->size = (size_t)(GCS->generation_stats[g].collected - last_colled[g]); e->count0=GCS->generations[0].count; }
        last_coll[g] = GCS->generation_stats[g].collections; last_colled[g] = GCS->generation_stats[g].collected; }
}
static inline ev_t *ev_new(char op, char dom, size_t size) {
    gc_markers();
    if (nev >= EVMAX) return NULL;
    ev_t *e = &evs[nev++]; memset(e, 0, sizeof *e); e->op = op; e->dom = dom; e->size = size; e->count0 = GCS->generations[0].count; return e;
}
static PyMemAllocatorEx orig[2]; /* 0 MEM, 1 OBJ */
static const char DOM[2] = {'M','O'};
static void note(char op, int d, size_t size, void *old, void *p, place_t oldpl) {
    if (p && !is_noise(p)) { place_t q = place_of(p); if (q.kind == '?' || (q.kind=='L' )) { if (q.kind=='?' || op!='r' || old!=p) hfind((uintptr_t)p, 1, size); } }
    if (!tracing || in_noise) return;
    ev_t *e = ev_new(op, DOM[d], size); if (!e) return;
    if (op == 'r') { e->a = oldpl; e->b = place_of(p); } else e->a = place_of(p);
}
static void *h_malloc(void *ctx, size_t n) {
    int d = (int)(intptr_t)ctx;
    if (in_noise && opt_isolate) return nz_alloc(n);
    void *p = orig[d].malloc(orig[d].ctx, n); note('m', d, n, NULL, p, (place_t){0}); return p;
}
static void *h_calloc(void *ctx, size_t a, size_t b) {
    int d = (int)(intptr_t)ctx;
    if (in_noise && opt_isolate) { void *p = nz_alloc(a*b); memset(p, 0, a*b); return p; }
    void *p = orig[d].calloc(orig[d].ctx, a, b); note('c', d, a*b, NULL, p, (place_t){0}); return p;
}
static void h_free(void *ctx, void *p) {
    int d = (int)(intptr_t)ctx;
    if (!p) return;
    if (opt_leakbase && baseline_done && opt_isolate && !is_noise(p) && place_of(p).kind == 'b') return;
    if (tracing && !in_noise) { ev_t *e = ev_new('f', DOM[d], 0); if (e) e->a = place_of(p); }
    if (is_noise(p)) return;
    if (opt_leakbase && baseline_done && opt_isolate && place_of(p).kind == 'b') return; /* baseline blocks are never recycled */
    if (in_noise && opt_isolate) { ev_t *e = ev_new('n', DOM[d], 0); if (e) e->a = place_of(p); }
    orig[d].free(orig[d].ctx, p);
}
static void *h_realloc(void *ctx, void *p, size_t n) {
    int d = (int)(intptr_t)ctx; place_t old = {0};
    if (p && is_noise(p)) {
        size_t on = nz_size(p); old = place_of(p);
        void *q = (in_noise && opt_isolate) ? nz_alloc(n) : orig[d].malloc(orig[d].ctx, n);
        memcpy(q, p, on < n ? on : n);
        if (!in_noise) note('r', d, n, p, q, old);
        return q;
    }
    if (in_noise && opt_isolate && !p) return nz_alloc(n);
    if (p) old = place_of(p);
    if (p && opt_leakbase && baseline_done && opt_isolate && old.kind == 'b') {
        void *q = in_noise ? nz_alloc(n) : orig[d].malloc(orig[d].ctx, n);
        memcpy(q, p, n < old.szc ? n : old.szc); if (!in_noise) note('r', d, n, p, q, old); return q; }
    void *q = orig[d].realloc(orig[d].ctx, p, n);
    if (in_noise && opt_isolate) { hfind((uintptr_t)q, 1, n); ev_t *e = ev_new('R', DOM[d], n); if (e) { e->a = old; e->b = place_of(q); } return q; }
    if (p && old.kind == 'L' && place_of(q).kind != 'u' && place_of(q).kind != 'b') { /* keep the label: whether libc moved it is irrelevant */
        if (q != p) hset((uintptr_t)q, old.id, n);
        if (tracing && !in_noise) { ev_t *e = ev_new('r', DOM[d], n); if (e) { e->a = old; e->b = place_of(q); } }
        return q; }
    note(p ? 'r' : 'm', d, n, p, q, old);
    return q;
}
/* arena allocator: 1 MiB aligned so that every arena has 64 pools */
static void *ar_alloc(void *ctx, size_t size) {
    uint8_t *m = mmap(NULL, size + ARENASZ, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0);
    if (m == MAP_FAILED) return NULL;
    uint8_t *a = (uint8_t*)(((uintptr_t)m + ARENASZ - 1) & ~(uintptr_t)(ARENASZ-1));
    if (a > m) munmap(m, a - m);
    munmap(a + size, (m + size + ARENASZ) - (a + size));
    return a;
}
static void ar_free(void *ctx, void *p, size_t size) { munmap(p, size); }

/* ---- freelist swap ---- */
typedef struct { struct _Py_float_state fl; PySliceObject *slice; struct _Py_tuple_state tu; struct _Py_list_state li;
    struct _Py_dict_state di; struct _Py_async_gen_state ag; struct _Py_context_state cx; } fls_t;
static fls_t *other_fls;
static void swap_freelists(void) {
    static fls_t *tmp; if (!tmp) tmp = mmap(NULL, sizeof *tmp, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0);
    tmp->fl = interp->float_state; tmp->slice = interp->slice_cache; tmp->tu = interp->tuple; tmp->li = interp->list;
    tmp->di = interp->dict_state; tmp->ag = interp->async_gen; tmp->cx = interp->context;
    interp->float_state = other_fls->fl; interp->slice_cache = other_fls->slice; interp->tuple = other_fls->tu; interp->list = other_fls->li;
    interp->dict_state = other_fls->di; interp->async_gen = other_fls->ag; interp->context = other_fls->cx;
    *other_fls = *tmp;
}
static int sv_count[3], sv_collecting;
static void enter_noise(void) {
    if (!opt_isolate) { in_noise = 1; return; }
    in_noise = 1; swap_freelists();
    for (int i = 0; i < 3; i++) sv_count[i] = GCS->generations[i].count;
    sv_collecting = GCS->collecting; GCS->collecting = 1;
}
static void leave_noise(void) {
    if (!opt_isolate) { in_noise = 0; return; }
    GCS->collecting = sv_collecting;
    for (int i = 0; i < 3; i++) GCS->generations[i].count = sv_count[i];
    swap_freelists(); in_noise = 0;
}
static void untrack_plumbing(PyObject *co) {
    PyCodeObject *c = (PyCodeObject*)co; PyObject *t[3] = { c->co_consts, c->co_names, c->co_localsplusnames };
    for (int i = 0; i < 3; i++) if (PyTuple_CheckExact(t[i]) && PyTuple_GET_SIZE(t[i])) PyObject_GC_UnTrack(t[i]);
    for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(c->co_consts); i++)
        if (PyCode_Check(PyTuple_GET_ITEM(c->co_consts, i))) untrack_plumbing(PyTuple_GET_ITEM(c->co_consts, i));
}
struct my_arena { void *a_head, *a_cur; PyObject *a_objects; };

/* ---- baseline ---- */
static uintptr_t *base_set; static size_t nbase; static Py_ssize_t base_n[4];
static int cmp_u(const void *a, const void *b) { uintptr_t x=*(uintptr_t*)a,y=*(uintptr_t*)b; return x<y?-1:x>y; }
static int is_base(uintptr_t p) { return bsearch(&p, base_set, nbase, sizeof p, cmp_u) != NULL; }
static PyGC_Head *genhead(int g) { return g < 3 ? &GCS->generations[g].head : &GCS->permanent_generation.head; }
#define GNEXT(h) ((PyGC_Head*)((h)->_gc_next & ~(uintptr_t)1))
static void record_baseline(void) {
    size_t n = 0; for (int g = 0; g < 4; g++) { base_n[g] = 0; for (PyGC_Head *h = GNEXT(genhead(g)); h != genhead(g); h = GNEXT(h)) { n++; base_n[g]++; } }
    base_set = malloc((n + 1) * sizeof *base_set); nbase = 0;
    for (int g = 0; g < 4; g++) for (PyGC_Head *h = GNEXT(genhead(g)); h != genhead(g); h = GNEXT(h)) base_set[nbase++] = (uintptr_t)(h + 1);
    qsort(base_set, nbase, sizeof *base_set, cmp_u);
}
static void clear_freelists_now(void) { PyGC_Collect(); }
static void drain(void) {
    for (int i = 31; i >= 0; i--) { /* fill every partially used pool of every size class */
        for (;;) { pool_hdr *h = (pool_hdr*)((uint8_t*)&p_usedpools[2*i] - 16); if (h->nextpool == h) break; orig[1].malloc(orig[1].ctx, (size_t)(i+1)*16); }
    }
    while (*p_usable) { /* use up all free pools of existing arenas */
        orig[1].malloc(orig[1].ctx, 512);
    }
    for (;;) { pool_hdr *h = (pool_hdr*)((uint8_t*)&p_usedpools[62] - 16); if (h->nextpool == h) break; orig[1].malloc(orig[1].ctx, 512); }
}

/* ---- output ---- */
static void out_write(const char *b, size_t n) { while (n) { ssize_t k = write(outfd, b, n); if (k <= 0) _exit(98); b += k; n -= k; } }
static int fmt_place(char *o, place_t p) {
    switch (p.kind) {
    case 'u': return sprintf(o, "%d.%d.%d", p.arena, p.pool, p.block);
    case 'b': return sprintf(o, "base");
    case 'K': return sprintf(o, "K");
    case 'L': return sprintf(o, "L%u", p.id);
    default: return sprintf(o, "?"); }
}
static char *obuf; static const size_t OBMAX = 200u<<20;
static void emit_trace(int idx) {
    size_t n = 0; n += sprintf(obuf + n, "('trace',%d,[", idx);
    for (size_t i = 0; i < nev && n < OBMAX - 256; i++) { ev_t *e = &evs[i]; char a[64], b[64];
        if (e->op == 'G') n += sprintf(obuf+n, "'G%c:%zd',", e->dom, (Py_ssize_t)e->size);
        else if (e->op == 'S') n += sprintf(obuf+n, "'S',");
        else if (e->op == 'f' || e->op == 'n') { fmt_place(a, e->a); n += sprintf(obuf+n, "'%c%u@%s#%d',", e->op, e->a.szc, a, e->count0); }
        else if (e->op == 'r' || e->op == 'R') { fmt_place(a, e->a); fmt_place(b, e->b); n += sprintf(obuf+n, "'%c%zu@%s>%s#%d',", e->op, e->size, a, b, e->count0); }
        else { fmt_place(a, e->a); n += sprintf(obuf+n, "'%c%zu@%s#%d',", e->op, e->size, a, e->count0); }
    }
    n += sprintf(obuf+n, "])\n"); out_write(obuf, n);
}

/* ---- _oracle module (used only in forked children) ---- */
static PyObject *py_place(void *p) { char b[64]; place_t q = place_of(p); fmt_place(b, q); return Py_BuildValue("(sI)", b, q.szc); }
static PyObject *o_place(PyObject *self, PyObject *o) {
    size_t pre = _PyType_PreHeaderSize(Py_TYPE(o)); PyObject *d = PyDict_New(), *x;
    if (PyUnicode_Check(o) || PyLong_Check(o) || PyBool_Check(o) || o == Py_None) pre = 0;
    x = py_place((char*)o - pre); PyDict_SetItemString(d, "self", x);
    if (PyList_Check(o) && ((PyListObject*)o)->ob_item) { PyDict_SetItemString(d, "items", py_place(((PyListObject*)o)->ob_item)); PyDict_SetItemString(d, "allocated", PyLong_FromSsize_t(((PyListObject*)o)->allocated)); }
    else if (PyDict_Check(o)) { PyDictObject *m = (PyDictObject*)o;
        if ((void*)m->ma_keys != p_empty_keys) { PyDict_SetItemString(d, "keys", py_place(m->ma_keys)); PyDict_SetItemString(d, "keys_log2", PyLong_FromLong(m->ma_keys->dk_log2_size));
            PyDict_SetItemString(d, "keys_kind", PyUnicode_FromString(m->ma_keys->dk_kind == 0 ? "general" : m->ma_keys->dk_kind == 1 ? "unicode" : "split")); }
        if (m->ma_values) PyDict_SetItemString(d, "values", py_place((char*)m->ma_values - ((uint8_t*)m->ma_values)[-1])); }
    else if (PyAnySet_Check(o) && ((PySetObject*)o)->table != ((PySetObject*)o)->smalltable) { PyDict_SetItemString(d, "table", py_place(((PySetObject*)o)->table)); PyDict_SetItemString(d, "mask", PyLong_FromSsize_t(((PySetObject*)o)->mask)); }
    else if (PyBytes_Check(o) || PyUnicode_Check(o)) {}
    else if (Py_TYPE(o)->tp_flags & Py_TPFLAGS_MANAGED_DICT) {
        PyDictValues *v = *_PyObject_ValuesPointer(o); PyObject *md = *_PyObject_ManagedDictPointer(o);
        if (v) { PyDict_SetItemString(d, "values", py_place((char*)v - ((uint8_t*)v)[-1])); PyDict_SetItemString(d, "values_n", PyLong_FromSsize_t(((PyHeapTypeObject*)Py_TYPE(o))->ht_cached_keys->dk_nentries + ((PyHeapTypeObject*)Py_TYPE(o))->ht_cached_keys->dk_usable)); }
        PyDict_SetItemString(d, "dict", PyBool_FromLong(md != NULL)); }
    return d;
}
static PyObject *o_obj(PyObject *self, PyObject *a) { PyObject *o = (PyObject*)PyLong_AsVoidPtr(a); Py_INCREF(o); return o; }
static PyObject *o_isbase(PyObject *self, PyObject *a) { return PyBool_FromLong(is_base((uintptr_t)PyLong_AsVoidPtr(a))); }
static PyObject *o_interned(PyObject *self, PyObject *a) { return PyLong_FromLong(PyUnicode_Check(a) ? PyUnicode_CHECK_INTERNED(a) : 0); }
static PyObject *o_write(PyObject *self, PyObject *a) { Py_ssize_t n; const char *s = PyUnicode_AsUTF8AndSize(a, &n); out_write(s, n); Py_RETURN_NONE; }
static PyMethodDef o_methods[] = { {"place", o_place, METH_O}, {"obj", o_obj, METH_O}, {"isbase", o_isbase, METH_O}, {"interned", o_interned, METH_O}, {"write", o_write, METH_O}, {NULL} };
static struct PyModuleDef o_def = { PyModuleDef_HEAD_INIT, "_oracle", NULL, -1, o_methods };
static PyObject *o_init(void) { return PyModule_Create(&o_def); }

/* ---- isolated displayhook / print ---- */
static int noise_depth = 0;
static PyObject *orig_print;
static int was_tracing;
static void io_enter(void) { if (noise_depth++ == 0) { enter_noise(); } }
static void io_leave(void) { if (--noise_depth == 0) { leave_noise(); } }
static PyObject *iso_displayhook(PyObject *self, PyObject *o) {
    if (o == Py_None) Py_RETURN_NONE;
    static PyObject *us, *b; if (!us) { us = PyUnicode_InternFromString("_"); b = PyImport_AddModule("builtins"); }
    if (PyObject_SetAttr(b, us, Py_None)) return NULL;
    int rc;
    io_enter(); PyObject *out = PySys_GetObject("stdout"); rc = PyFile_WriteObject(o, out, 0); if (!rc) rc = PyFile_WriteString("\n", out); io_leave();
    if (rc) return NULL;
    if (PyObject_SetAttr(b, us, o)) return NULL;
    Py_RETURN_NONE;
}
static PyObject *iso_print(PyObject *self, PyObject *const *args, Py_ssize_t n, PyObject *kw) {
    io_enter(); PyObject *r = PyObject_Vectorcall(orig_print, args, (size_t)n, kw); io_leave(); return r;
}
static PyMethodDef iso_dh = {"displayhook", (PyCFunction)iso_displayhook, METH_O, NULL}, iso_pr = {"print", (PyCFunction)(void(*)(void))iso_print, METH_FASTCALL|METH_KEYWORDS, NULL};
static void install_io(void) {
    orig_print = PyDict_GetItemString(interp->builtins, "print"); Py_INCREF(orig_print);
    PyObject *m = PyUnicode_FromString("builtins"); 
    PyDict_SetItemString(interp->builtins, "print", PyCFunction_NewEx(&iso_pr, NULL, m));
    PySys_SetObject("displayhook", PyCFunction_NewEx(&iso_dh, NULL, m));
}
static PyObject *observer; static PyObject *init_names; static PyObject *maindict;
static off_t out_off(int fd) { struct stat st; fstat(fd, &st); return st.st_size; }

static void observe(int idx, const char *exc) {
    fflush(stdout);
    int pid = fork(); if (pid < 0) DIE("fork");
    if (pid) { int st; waitpid(pid, &st, 0); if (st) DIE("observer child failed at statement %d (status %x)", idx, st); return; }
    /* child */
    off_t so = out_off(1), eo = out_off(2);
    int dn = open("/dev/null", O_WRONLY); dup2(dn, 1);
    tracing = 0; in_noise = 0; 
    struct _gc_runtime_state st = *GCS; GCS->collecting = 1;
    /* raw facts first, before creating any Python object */
    size_t n = 0, cap = 0; for (int g = 0; g < 4; g++) for (PyGC_Head *h = GNEXT(genhead(g)); h != genhead(g); h = GNEXT(h)) cap++;
    uintptr_t *ga = malloc((cap+1) * sizeof *ga); char *gg = malloc(cap+1); Py_ssize_t gn[4] = {0};
    for (int g = 0; g < 4; g++) for (PyGC_Head *h = GNEXT(genhead(g)); h != genhead(g); h = GNEXT(h)) { gn[g]++; uintptr_t a = (uintptr_t)(h+1); if (!is_base(a)) { ga[n] = a; gg[n++] = (char)g; } }
    PyObject *k, *v; Py_ssize_t pos = 0; size_t m = 0; PyObject *ks[4096], *vs[4096]; Py_ssize_t rc[4096]; char trk[4096], fin[4096];
    while (PyDict_Next(maindict, &pos, &k, &v) && m < 4000) { if (PySet_Contains(init_names, k) == 1) continue; ks[m]=k; vs[m]=v; rc[m]=Py_REFCNT(v);
        int g = PyObject_IS_GC(v); trk[m] = g && _PyObject_GC_IS_TRACKED(v); fin[m] = g && PyObject_GC_IsFinalized(v); m++; }
    PyObject *bd = interp->builtins; PyObject *us = PyDict_GetItemString(bd, "_");
    if (us) { ks[m] = NULL; vs[m] = us; rc[m] = Py_REFCNT(us); int g = PyObject_IS_GC(us); trk[m] = g && _PyObject_GC_IS_TRACKED(us); fin[m]=g && PyObject_GC_IsFinalized(us); m++; }
    struct { int li, di, ke, fl, tu[21]; int slice; } f; f.li = interp->list.numfree; f.di = interp->dict_state.numfree; f.ke = interp->dict_state.keys_numfree; f.fl = interp->float_state.numfree;
    for (int i = 0; i < 20; i++) f.tu[i+1] = interp->tuple.numfree[i]; f.slice = interp->slice_cache != NULL;
    arena_obj *A = *p_arenas; int na = 0; for (unsigned i = first_user_arena; i < *p_maxarenas; i++) if (A[i].address) na++;
    unsigned mx = *p_maxarenas; unsigned (*ac)[3] = malloc(sizeof(unsigned[3]) * (mx + 1)); unsigned nac = 0;
    for (unsigned i = first_user_arena; i < mx; i++) if (A[i].address) { ac[nac][0] = i - first_user_arena; ac[nac][1] = A[i].nfreepools; ac[nac++][2] = A[i].ntotalpools; }
    PyObject *al = PyList_New(0);
    for (unsigned i = 0; i < nac; i++) PyList_Append(al, Py_BuildValue("(III)", ac[i][0], ac[i][1], ac[i][2]));
    /* now build Python values */
    PyObject *rows = PyList_New(0);
    for (size_t i = 0; i < m; i++) PyList_Append(rows, Py_BuildValue("(OKnii)", ks[i] ? ks[i] : Py_None, (unsigned long long)(uintptr_t)vs[i], rc[i], (int)trk[i], (int)fin[i]));
    PyObject *gens = PyDict_New(); for (size_t i = 0; i < n; i++) { PyObject *a = PyLong_FromVoidPtr((void*)ga[i]); PyDict_SetItem(gens, a, PyLong_FromLong(gg[i])); }
    PyObject *tu = PyDict_New(); for (int i = 1; i <= 20; i++) if (f.tu[i]) { PyDict_SetItem(tu, PyLong_FromLong(i), PyLong_FromLong(f.tu[i])); }
    PyObject *facts = Py_BuildValue("{s:i,s:L,s:L,s:(iii),s:(iii),s:i,s:i,s:(nnnn),s:(nnnn),s:[(nnn)(nnn)(nnn)],s:n,s:n,s:n,s:{s:i,s:i,s:i,s:i,s:O,s:i},s:O,s:z}",
        "idx", idx, "out", (long long)so, "err", (long long)eo,
        "count", st.generations[0].count, st.generations[1].count, st.generations[2].count,
        "threshold", st.generations[0].threshold, st.generations[1].threshold, st.generations[2].threshold,
        "enabled", st.enabled, "debug", st.debug,
        "gen_n", gn[0], gn[1], gn[2], gn[3], "base_n", base_n[0], base_n[1], base_n[2], base_n[3],
        "stats", st.generation_stats[0].collections, st.generation_stats[0].collected, st.generation_stats[0].uncollectable,
                 st.generation_stats[1].collections, st.generation_stats[1].collected, st.generation_stats[1].uncollectable,
                 st.generation_stats[2].collections, st.generation_stats[2].collected, st.generation_stats[2].uncollectable,
        "long_lived_total", st.long_lived_total, "long_lived_pending", st.long_lived_pending, "garbage", PyList_GET_SIZE(st.garbage),
        "freelists", "list", f.li, "dict", f.di, "dict_keys", f.ke, "float", f.fl, "tuple", tu, "slice", f.slice,
        "arenas", al, "exc", exc);
    if (!facts) { PyErr_Print(); _exit(96); }
    PyObject *r = PyObject_CallFunctionObjArgs(observer, maindict, rows, gens, facts, NULL);
    if (!r) { PyErr_Print(); _exit(95); }
    _exit(0);
}

/* runs the inputs of one program, which begin at p, and writes what was seen after each of them */
static void run_program(char *p, PyObject *fname, PyCompilerFlags *cfp, PyObject *flush, PyObject *k_lt, PyObject *k_lv, PyObject *k_lb) {
    observe(-1, NULL);
    long cnt = strtol(p, &p, 10); p++;
    for (long i = 0; i < cnt; i++) {
        long len = strtol(p, &p, 10); p++; char *src = malloc(len + 2); memcpy(src, p, len); src[len] = 0; p += len + 1;
        char exc[2048]; exc[0] = 0;
        PyArena *ar = NULL; PyObject *co = NULL;
        nev = 0; for (int g = 0; g < 3; g++) { last_coll[g] = GCS->generation_stats[g].collections; last_colled[g] = GCS->generation_stats[g].collected; }
        last_collecting = 0;
        enter_noise();
        ar = _PyArena_New();
        mod_ty md = p_parse(src, fname, Py_single_input, cfp, ar);
        if (md) co = (PyObject*)_PyAST_Compile(md, fname, cfp, -1, ar);
        if (co && !opt_cmode) { _PyArena_Free(ar); ar = NULL; }
        if (co && opt_isolate) { untrack_plumbing(co); if (ar) PyObject_GC_UnTrack(((struct my_arena*)ar)->a_objects); }
        leave_noise();
        PyObject *v = NULL;
        if (co) { tracing = opt_trace; v = PyEval_EvalCode(co, maindict, maindict); gc_markers(); tracing = 0; }
        if (!v) {
            /* what PyErr_PrintEx(1) does, minus printing */
            int was = tracing; (void)was; tracing = opt_trace;
            PyObject *t, *val, *tb; PyErr_Fetch(&t, &val, &tb); PyErr_NormalizeException(&t, &val, &tb);
            if (!tb) { tb = Py_None; Py_INCREF(tb); } PyException_SetTraceback(val, tb);
            PyDict_SetItem(interp->sysdict, k_lt, t); PyDict_SetItem(interp->sysdict, k_lv, val); PyDict_SetItem(interp->sysdict, k_lb, tb);
            tracing = 0;
            int pid = 0; /* message computed in a child to keep str(exc) out of the process */
            int pfd[2]; if (pipe(pfd)) DIE("pipe"); fflush(stdout);
            pid = fork();
            if (!pid) { int dn = open("/dev/null", O_WRONLY); dup2(dn, 1); dup2(dn, 2); GCS->collecting = 1; PyObject *str = PyObject_Str(val); const char *u = str ? PyUnicode_AsUTF8(str) : "?"; char b[2000]; int n = snprintf(b, sizeof b, "%s: %s", Py_TYPE(val)->tp_name, u ? u : "?"); if (n > (int)sizeof b - 1) n = sizeof b - 1; if (write(pfd[1], b, n) < 0) {} _exit(0); }
            close(pfd[1]); ssize_t k = read(pfd[0], exc, sizeof exc - 1); exc[k > 0 ? k : 0] = 0; close(pfd[0]); waitpid(pid, NULL, 0);
            tracing = opt_trace; Py_XDECREF(t); Py_XDECREF(val); Py_XDECREF(tb); gc_markers(); tracing = 0;
        }
        enter_noise();
        if (opt_cmode || !opt_cmode) Py_XDECREF(co);
        if (ar) _PyArena_Free(ar);
        leave_noise();
        if (v) { tracing = opt_trace; Py_DECREF(v); tracing = 0; }
        tracing = opt_trace; if (opt_io) enter_noise();
        { PyObject *o = PySys_GetObject("stdout"); if (o) { PyObject *r = PyObject_CallMethodNoArgs(o, flush); Py_XDECREF(r); }
          o = PySys_GetObject("stderr"); if (o) { PyObject *r = PyObject_CallMethodNoArgs(o, flush); Py_XDECREF(r); } PyErr_Clear(); }
        if (opt_io) leave_noise();
        gc_markers(); tracing = 0;
        if (opt_trace) emit_trace((int)i);
        if (!getenv("OR_LASTONLY") || i == cnt - 1) observe((int)i, exc[0] ? exc : NULL);
        free(src);
    }
}

static char *read_all(const char *path, size_t *n) { FILE *f = fopen(path, "rb"); if (!f) DIE("open %s", path); fseek(f,0,SEEK_END); *n = ftell(f); rewind(f); char *b = malloc(*n+1); if (fread(b,1,*n,f) != *n) DIE("read"); b[*n]=0; fclose(f); return b; }

int main(int argc, char **argv) {
    /* argv: jobfile outfile stdoutfile stderrfile observer.py */
    if (argc < 6) DIE("usage");
    const char *e;
    if ((e = getenv("OR_ISOLATE"))) opt_isolate = atoi(e);
    if ((e = getenv("OR_CMODE"))) opt_cmode = atoi(e);
    if ((e = getenv("OR_TRACE"))) opt_trace = atoi(e);
    if ((e = getenv("OR_ALIGN"))) opt_align = atoi(e);
    if ((e = getenv("OR_DRAIN"))) opt_drain = atoi(e);
    if ((e = getenv("OR_IO"))) opt_io = atoi(e);
    if (getenv("OR_NOASLR") && !(personality(0xffffffff) & ADDR_NO_RANDOMIZE)) { personality(ADDR_NO_RANDOMIZE); execv("/proc/self/exe", argv); }
    size_t jn, on; char *job = read_all(argv[1], &jn); char *obs = read_all(argv[5], &on);
    outfd = open(argv[2], O_WRONLY|O_CREAT|O_TRUNC|O_APPEND, 0644);
    /* what the start prints goes to argv[3] and argv[4]; each program gets files of its own beside them */
    int so = open(argv[3], O_WRONLY|O_CREAT|O_TRUNC|O_APPEND, 0644), se = open(argv[4], O_WRONLY|O_CREAT|O_TRUNC|O_APPEND, 0644);
    dup2(so, 1); int saved2 = dup(2); dup2(se, 2); (void)saved2;
    evs = mmap(NULL, EVMAX*sizeof(ev_t), PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS|MAP_NORESERVE, -1, 0);
    obuf = mmap(NULL, OBMAX, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS|MAP_NORESERVE, -1, 0);
    hmap = mmap(NULL, HSZ*sizeof *hmap, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS|MAP_NORESERVE, -1, 0);
    nz_base = mmap(NULL, (size_t)4<<30, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS|MAP_NORESERVE, -1, 0); nz_cur = nz_base; nz_end = nz_base + ((size_t)4<<30);
    other_fls = calloc(1, sizeof *other_fls);

    PyImport_AppendInittab("_oracle", o_init);
    PyPreConfig pc; PyPreConfig_InitIsolatedConfig(&pc); pc.utf8_mode = 1; Py_PreInitialize(&pc);
    PyConfig c; PyConfig_InitPythonConfig(&c);
    c.isolated = 1; c.use_environment = 0; c.user_site_directory = 0; c.site_import = getenv("OR_SITE") ? 1 : 0;
    c.write_bytecode = 0; c.install_signal_handlers = 1; c.parse_argv = 0; c.interactive = 1; c.inspect = 0;
    c.use_hash_seed = 1; c.hash_seed = getenv("OR_SEED") ? (unsigned long)strtoul(getenv("OR_SEED"),0,10) : 0;
    PyConfig_SetBytesString(&c, &c.stdio_encoding, "utf-8"); PyConfig_SetBytesString(&c, &c.stdio_errors, "strict");
    PyConfig_SetBytesString(&c, &c.program_name, getenv("OR_PYTHON")); PyConfig_SetBytesString(&c, &c.executable, getenv("OR_PYTHON"));
    PyWideStringList_Append(&c.warnoptions, L"ignore"); /* SyntaxWarning of `x is 1` would run Python code */
    PyStatus s = Py_InitializeFromConfig(&c); if (PyStatus_Exception(s)) DIE("init: %s", s.err_msg ? s.err_msg : "?");
    interp = PyThreadState_Get()->interp;

    void *known = dlsym(RTLD_DEFAULT, "_PyArena_New"); if (!known) DIE("dlsym");
    libbase = (uintptr_t)known - sym("_PyArena_New");
    p_usedpools = (void*)(libbase + sym("usedpools")); p_arenas = (void*)(libbase + sym("arenas")); p_maxarenas = (void*)(libbase + sym("maxarenas"));
    p_usable = (void*)(libbase + sym("usable_arenas")); p_empty_keys = (void*)(libbase + sym("empty_keys_struct")); p_parse = (parse_fn)(libbase + sym("_PyParser_ASTFromString"));

    /* setup code: preload modules, make stdout line buffered, compile the observer in a private namespace */
    maindict = PyModule_GetDict(PyImport_AddModule("__main__"));
    { PyObject *ns = PyDict_New(); PyDict_SetItemString(ns, "__builtins__", PyEval_GetBuiltins());
      PyObject *r = PyRun_String("import gc, sys, weakref, builtins\nsys.__spec__._initializing = builtins.__spec__._initializing = False\nsys.stdout.reconfigure(line_buffering=True)\nprint('warm', [1.5, (2, 'x')], {3})\nsys.stdout.flush()\n", Py_file_input, ns, ns);
      if (!r) { PyErr_Print(); DIE("setup"); }
      r = PyRun_String(obs, Py_file_input, ns, ns); if (!r) { PyErr_Print(); DIE("observer"); }
      observer = PyDict_GetItemString(ns, "observe"); Py_INCREF(observer); PyObject *code = PyDict_GetItemString(ns, "WARM");
      if (code && code != Py_None) { r = PyRun_String(PyUnicode_AsUTF8(code), Py_file_input, ns, ns); if (!r) PyErr_Clear(); } }
    init_names = PyFrozenSet_New(maindict);
    if (opt_isolate && opt_io) install_io();
    PyObject *fname = PyUnicode_FromString("<stdin>");
    PyCompilerFlags cf = _PyCompilerFlags_INIT;
    PyObject *flush = PyUnicode_InternFromString("flush");
    PyObject *k_lt = PyUnicode_InternFromString("last_type"), *k_lv = PyUnicode_InternFromString("last_value"), *k_lb = PyUnicode_InternFromString("last_traceback");
    PyObject_Hash(k_lt); PyObject_Hash(k_lv); PyObject_Hash(k_lb);

    /* hooks */
    PyMemAllocatorEx al; PyMem_GetAllocator(PYMEM_DOMAIN_MEM, &orig[0]); PyMem_GetAllocator(PYMEM_DOMAIN_OBJ, &orig[1]);
    al.malloc = h_malloc; al.calloc = h_calloc; al.realloc = h_realloc; al.free = h_free;
    al.ctx = (void*)0; PyMem_SetAllocator(PYMEM_DOMAIN_MEM, &al); al.ctx = (void*)1; PyMem_SetAllocator(PYMEM_DOMAIN_OBJ, &al);
    if (opt_align) { PyObjectArenaAllocator aa = { NULL, ar_alloc, ar_free }; PyObject_SetArenaAllocator(&aa); }

    /* one throw-away statement through the full path, then normalise */
    { enter_noise(); PyArena *ar = _PyArena_New(); mod_ty md = p_parse("0\n", fname, Py_single_input, &cf, ar); PyCodeObject *co = _PyAST_Compile(md, fname, &cf, -1, ar); leave_noise();
      PyObject *v = PyEval_EvalCode((PyObject*)co, maindict, maindict); Py_XDECREF(v); enter_noise(); Py_DECREF(co); _PyArena_Free(ar); leave_noise();
      PyDict_DelItemString(interp->builtins, "_"); }
    for (int i = 0; i < 4; i++) clear_freelists_now();
    /* slice cache is not emptied by a full collection: drop it so that the start state is "all free lists empty" */
    if (interp->slice_cache) { PySliceObject *sc = interp->slice_cache; interp->slice_cache = NULL; PyObject_GC_Del(sc); }
    for (int i = 0; i < 3; i++) { GCS->generations[i].count = 0; memset(&GCS->generation_stats[i], 0, sizeof GCS->generation_stats[i]); }
    if ((e = getenv("OR_LLT"))) GCS->long_lived_total = atol(e);
    if (opt_drain) drain();
    { unsigned i = 0; for (; i < *p_maxarenas; i++) if (!(*p_arenas)[i].address) break; first_user_arena = i; }
    record_baseline(); baseline_done = 1;
    char *p = job; long programs = strtol(p, &p, 10); p++;
    for (long program = 0; program < programs; program++) {
        fflush(stdout);
        int child = fork(); if (child < 0) DIE("fork");
        if (child) { int st; waitpid(child, &st, 0);
            /* skip the inputs of the program that the child has run */
            long n = strtol(p, &p, 10); p++; for (long i = 0; i < n; i++) { long len = strtol(p, &p, 10); p += 1 + len + 1; }
            continue; }
        char path[4200];
        snprintf(path, sizeof path, "%s.%ld", argv[2], program); close(outfd); outfd = open(path, O_WRONLY|O_CREAT|O_TRUNC|O_APPEND, 0644);
        snprintf(path, sizeof path, "%s.%ld", argv[3], program); int so1 = open(path, O_WRONLY|O_CREAT|O_TRUNC|O_APPEND, 0644); dup2(so1, 1); close(so1);
        snprintf(path, sizeof path, "%s.%ld", argv[4], program); int se1 = open(path, O_WRONLY|O_CREAT|O_TRUNC|O_APPEND, 0644); dup2(se1, 2); close(se1);
        if ((e = getenv("OR_SECONDS"))) { struct rlimit rl = { strtoul(e, 0, 10), strtoul(e, 0, 10) + 1 }; setrlimit(RLIMIT_CPU, &rl); }
        run_program(p, fname, &cf, flush, k_lt, k_lv, k_lb);
        _exit(0);
    }
    _exit(0);
}
