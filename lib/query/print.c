/* print.c - a walk over the tree; its depth is bounded by the parser. */
#include "query/print.h"

static void
print_day(struct wt_buf *out, uint32_t day)
{
	wt_buf_printf(out, "%04u-%02u-%02u", (unsigned)(day / 10000), (unsigned)(day / 100 % 100),
	    (unsigned)(day % 100));
}

static void
print_dates(struct wt_buf *out, const struct wt_node *leaf)
{
	if (leaf->from != 0)
		print_day(out, leaf->from);
	wt_buf_puts(out, "..");
	if (leaf->to != WT_LAST_DAY)
		print_day(out, leaf->to);
}

static void
print_leaf(struct wt_buf *out, const struct wt_node *leaf)
{
	if (leaf->field != WT_FIELD_TEXT)
		wt_buf_printf(out, "%s:", wt_field_name(leaf->field));
	if (leaf->kind == WT_NODE_DATES) {
		print_dates(out, leaf);
		return;
	}
	if (leaf->exact)
		wt_buf_putc(out, '=');
	if (leaf->kind == WT_NODE_PHRASE)
		wt_buf_putc(out, '"');
	wt_buf_putspan(out, leaf->text);
	if (leaf->kind == WT_NODE_PHRASE)
		wt_buf_putc(out, '"');
	else if (leaf->kind == WT_NODE_PREFIX)
		wt_buf_putc(out, '*');
	else if (leaf->kind == WT_NODE_FUZZY)
		wt_buf_putc(out, '~');
}

static void
print_list(struct wt_buf *out, const struct wt_node *list, const char *join)
{
	wt_buf_putc(out, '(');
	for (const struct wt_node *n = list->child; n != NULL; n = n->next) {
		if (n != list->child)
			wt_buf_puts(out, join);
		wt_query_print(out, n);
	}
	wt_buf_putc(out, ')');
}

static void
print_near(struct wt_buf *out, const struct wt_node *near)
{
	for (const struct wt_node *n = near->child; n != NULL; n = n->next) {
		if (n != near->child)
			wt_buf_printf(out, " NEAR/%u ", (unsigned)n->distance);
		print_leaf(out, n);
	}
}

void
wt_query_print(struct wt_buf *out, const struct wt_node *root)
{
	switch (root->kind) {
	case WT_NODE_AND:
		print_list(out, root, " AND ");
		break;
	case WT_NODE_OR:
		print_list(out, root, " OR ");
		break;
	case WT_NODE_NOT:
		wt_buf_puts(out, "NOT ");
		wt_query_print(out, root->child);
		break;
	case WT_NODE_NEAR:
		print_near(out, root);
		break;
	default:
		print_leaf(out, root);
	}
}
