/* A strict JSON checker: it understands nothing, it only refuses. Every function moves the cursor over what it accepts.
 */
#include "json.h"

#include <string.h>

struct cursor {
    const unsigned char *at, *end;
    int depth;
};

static int value(struct cursor *c);

static int peek(const struct cursor *c)
{
    return c->at < c->end ? *c->at : -1;
}

static int take(struct cursor *c, int wanted)
{
    if (peek(c) != wanted)
        return 0;
    c->at++;
    return 1;
}

static void space(struct cursor *c)
{
    while (take(c, ' ') || take(c, '\t') || take(c, '\r') || take(c, '\n'))
        ;
}

static int word(struct cursor *c, const char *wanted)
{
    size_t length = strlen(wanted);
    if ((size_t) (c->end - c->at) < length || memcmp(c->at, wanted, length) != 0)
        return 0;
    c->at += length;
    return 1;
}

static int digits(struct cursor *c)
{
    const unsigned char *start = c->at;
    while (peek(c) >= '0' && peek(c) <= '9')
        c->at++;
    return c->at > start;
}

static int number(struct cursor *c)
{
    take(c, '-');
    if (!take(c, '0') && !digits(c))
        return 0;
    if (take(c, '.') && !digits(c))
        return 0;
    if (!take(c, 'e') && !take(c, 'E'))
        return 1;
    if (!take(c, '+'))
        take(c, '-');
    return digits(c);
}

/* One character of UTF-8 outside ASCII: no overlong form, no surrogate, nothing above U+10FFFF. */
static int wide_character(struct cursor *c)
{
    static const unsigned least[] = {0, 0, 0x80, 0x800, 0x10000};
    unsigned first = *c->at, length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2, point;
    if (first < 0xc2 || first > 0xf4 || (size_t) (c->end - c->at) < length)
        return 0;
    point = first & (0xffu >> (length + 1));
    for (unsigned i = 1; i < length; i++) {
        if ((c->at[i] & 0xc0) != 0x80)
            return 0;
        point = point << 6 | (c->at[i] & 0x3fu);
    }
    c->at += length;
    return point >= least[length] && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
}

static int escape(struct cursor *c)
{
    if (take(c, 'u')) {
        for (int i = 0; i < 4; i++, c->at++)
            if (peek(c) < 0 || !peek(c) || !strchr("0123456789abcdefABCDEF", peek(c)))
                return 0;
        return 1;
    }
    return peek(c) > 0 && strchr("\"\\/bfnrt", *c->at++) != NULL;
}

static int string(struct cursor *c)
{
    if (!take(c, '"'))
        return 0;
    while (!take(c, '"')) {
        if (take(c, '\\')) {
            if (!escape(c))
                return 0;
        } else if (peek(c) >= 0x80) {
            if (!wide_character(c))
                return 0;
        } else if (peek(c) < ' ') {
            return 0;
        } else {
            c->at++;
        }
    }
    return 1;
}

static int members(struct cursor *c, int close, int named)
{
    space(c);
    if (take(c, close))
        return 1;
    do {
        space(c);
        if (named) {
            if (!string(c))
                return 0;
            space(c);
            if (!take(c, ':'))
                return 0;
        }
        if (!value(c))
            return 0;
    } while (take(c, ','));
    return take(c, close);
}

static int value(struct cursor *c)
{
    int good;
    if (++c->depth > 100)
        return 0;
    space(c);
    if (take(c, '{'))
        good = members(c, '}', 1);
    else if (take(c, '['))
        good = members(c, ']', 0);
    else if (peek(c) == '"')
        good = string(c);
    else
        good = word(c, "true") || word(c, "false") || word(c, "null") || number(c);
    space(c);
    c->depth--;
    return good;
}

int is_one_json_object(const char *text, size_t size)
{
    struct cursor c = {.at = (const unsigned char *) text, .end = (const unsigned char *) text + size, .depth = 0};
    space(&c);
    return peek(&c) == '{' && value(&c) && c.at == c.end;
}
