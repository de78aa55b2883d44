/* Replays an allocation trace on the object allocator of a real libpython and writes where every block went.
 *
 * usage: replay LIBPYTHON TRACE PLACES
 *
 * The interpreter is never started, so nothing but the trace uses the allocator. Arenas are aligned to their size
 * (1 MiB), as the simulated machine has them, which gives each of them 64 pools. The number of an arena's slot
 * stands in the header of each of its pools.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

#define ARENA ((size_t)1 << 20)
#define POOL 16384u
#define HEADER 48u
#define OUTSIDE 0xffffffffu
#define NOTHING 0xfffffffeu

typedef struct { void *ctx; void *(*alloc)(void *, size_t); void (*release)(void *, void *, size_t); } arena_allocator;
typedef struct { uint32_t kind, slot, size; } operation;
typedef struct { uintptr_t count; void *free, *next, *prev; uint32_t arena, size_class, offset, last; } pool_header;

static void die(const char *what) { fprintf(stderr, "replay: %s\n", what); exit(1); }

static void *arena_alloc(void *ctx, size_t size) {
    (void)ctx;
    char *wide = mmap(NULL, size + ARENA, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (wide == MAP_FAILED) return NULL;
    char *start = (char *)(((uintptr_t)wide + ARENA - 1) & ~(uintptr_t)(ARENA - 1));
    if (start > wide) munmap(wide, (size_t)(start - wide));
    munmap(start + size, (size_t)(wide + ARENA - start));
    return start;
}

static void arena_free(void *ctx, void *p, size_t size) { (void)ctx; munmap(p, size); }

static uint32_t place(void *p) {
    uintptr_t at = (uintptr_t)p;
    pool_header *pool = (pool_header *)(at & ~(uintptr_t)(POOL - 1));
    uint32_t index = (uint32_t)((at & (ARENA - 1)) / POOL);
    uint32_t block = (uint32_t)((at - (uintptr_t)pool - HEADER) / ((pool->size_class + 1) * 16));
    return pool->arena << 24 | index << 12 | block;
}

int main(int argc, char **argv) {
    if (argc != 4) die("usage: replay LIBPYTHON TRACE PLACES");
    void *library = dlopen(argv[1], RTLD_NOW);
    if (!library) die(dlerror());
    void *(*object_malloc)(size_t) = (void *(*)(size_t))dlsym(library, "PyObject_Malloc");
    void *(*object_realloc)(void *, size_t) = (void *(*)(void *, size_t))dlsym(library, "PyObject_Realloc");
    void (*object_free)(void *) = (void (*)(void *))dlsym(library, "PyObject_Free");
    void (*set_arenas)(arena_allocator *) = (void (*)(arena_allocator *))dlsym(library, "PyObject_SetArenaAllocator");
    if (!object_malloc || !object_realloc || !object_free || !set_arenas) die("the library lacks the object allocator");
    arena_allocator aligned = { NULL, arena_alloc, arena_free };
    set_arenas(&aligned);

    FILE *in = fopen(argv[2], "rb"), *out = fopen(argv[3], "wb");
    if (!in || !out) die("cannot open the files");
    fseek(in, 0, SEEK_END);
    size_t n = (size_t)ftell(in) / sizeof(operation);
    rewind(in);
    operation *trace = malloc(n * sizeof *trace);
    if (fread(trace, sizeof *trace, n, in) != n) die("cannot read the trace");
    void **block = calloc(n, sizeof *block);
    char *pooled = calloc(n, 1); /* a block of the C library never moves into a pool, whatever it is resized to */
    uint32_t *places = malloc(n * sizeof *places);
    for (size_t k = 0; k < n; k++) {
        operation *o = &trace[k];
        if (o->kind == 1) {
            object_free(block[o->slot]);
            places[k] = NOTHING;
            continue;
        }
        int small = o->size > 0 && o->size <= 512;
        if (o->kind == 0) {
            block[o->slot] = object_malloc(o->size);
            pooled[o->slot] = (char)small;
        } else {
            void *moved = object_realloc(block[o->slot], o->size);
            if (!small && moved != block[o->slot]) pooled[o->slot] = 0;
            block[o->slot] = moved;
        }
        places[k] = pooled[o->slot] ? place(block[o->slot]) : OUTSIDE;
    }
    if (fwrite(places, sizeof *places, n, out) != n || fclose(out)) die("cannot write the places");
    return 0;
}
