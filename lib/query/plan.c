/*
 * plan.c - one function for each kind of node, then one pass for the weights.
 *
 * A node that holds no indexed word gives no plan (NULL with WT_OK) and falls out of
 * the list around it.
 */
#include "query/plan.h"

struct wt_plan_entries {
	struct wt_plan_entries *next;
	struct wt_entries *entries;
};

static int plan_node(struct wt_planner *p, const struct wt_node *node, struct wt_plan **out);

static int
out_of_memory(struct wt_planner *p)
{
	return wt_error_set(p->error, WT_ENOMEM, 0, "memory ran out");
}

static int
new_plan(struct wt_planner *p, enum wt_plan_kind kind, const struct wt_node *node,
    struct wt_plan **out)
{
	if ((*out = wt_arena_array(p->arena, 1, sizeof **out)) == NULL)
		return out_of_memory(p);
	(*out)->kind = kind;
	(*out)->node = node;
	return WT_OK;
}

/* Room for slots and the patterns of one, with an array of entries. */
static int
new_slots(struct wt_planner *p, struct wt_plan *plan, size_t count)
{
	plan->slots = wt_arena_array(p->arena, count, sizeof *plan->slots);
	return plan->slots == NULL ? out_of_memory(p) : WT_OK;
}

static int
new_slot(struct wt_planner *p, struct wt_slot *slot, size_t patterns)
{
	struct wt_plan_entries *owned;

	slot->patterns = wt_arena_array(p->arena, patterns, sizeof *slot->patterns);
	slot->entries = wt_arena_array(p->arena, p->segments, sizeof *slot->entries);
	owned = wt_arena_alloc(p->arena, sizeof *owned);
	if (slot->patterns == NULL || slot->entries == NULL || owned == NULL)
		return out_of_memory(p);
	*owned = (struct wt_plan_entries){ p->owned, slot->entries };
	p->owned = owned;
	return WT_OK;
}

/* Fill in the entries of every segment. */
static int
look_up(struct wt_planner *p, struct wt_slot *slot)
{
	for (uint32_t s = 0; s < p->segments; s++) {
		const struct wt_segment *segment = wt_index_segment(p->index, s);

		for (size_t i = 0; i < slot->count; i++) {
			int err = wt_expand(segment, &slot->patterns[i], &slot->entries[s]);

			if (err != WT_OK) {
				wt_error_set(p->error, err, 0, "%s", wt_strerror(err));
				wt_index_error(p->index, p->error);
				return err;
			}
		}
		slot->docs += wt_entries_docs(&slot->entries[s]);
	}
	return WT_OK;
}

/* A word that has a sign behind it: one slot of one pattern. */
static int
plan_spelt(struct wt_planner *p, const struct wt_node *leaf, enum wt_field field,
    struct wt_plan *plan)
{
	struct wt_pattern *pattern;
	int err;

	if ((err = new_slots(p, plan, 1)) != WT_OK || (err = new_slot(p, plan->slots, 1)) != WT_OK)
		return err;
	pattern = plan->slots[0].patterns;
	pattern->kind = leaf->kind == WT_NODE_PREFIX ? WT_PATTERN_PREFIX : WT_PATTERN_FUZZY;
	err = p->rules->spell(p->rules->context, p->arena, leaf->text, field, &pattern->text,
	    &pattern->mark);
	if (err != WT_OK)
		return wt_error_set(p->error, err, leaf->offset, "%s", wt_strerror(err));
	if (pattern->text.len == pattern->mark)
		return WT_OK;
	plan->slots[0].count = 1;
	plan->slot_count = 1;
	return look_up(p, &plan->slots[0]);
}

/* The terms of a word or a phrase; those at one position are one slot. */
static int
plan_terms(struct wt_planner *p, const struct wt_node *leaf, enum wt_field field,
    struct wt_plan *plan)
{
	struct wt_query_term *terms = NULL;
	size_t count = 0;
	int err = p->rules->terms(p->rules->context, p->arena, leaf->text, field, leaf->exact,
	    &terms, &count);

	if (err != WT_OK)
		return wt_error_set(p->error, err, leaf->offset, "%s", wt_strerror(err));
	if (count == 0)
		return WT_OK;
	if ((err = new_slots(p, plan, count)) != WT_OK)
		return err;
	for (size_t i = 0; i < count; ) {
		struct wt_slot *slot = &plan->slots[plan->slot_count];
		size_t same = i;

		while (same < count && terms[same].position == terms[i].position)
			same++;
		if ((err = new_slot(p, slot, same - i)) != WT_OK)
			return err;
		plan->slot_count++;
		slot->offset = terms[i].position - terms[0].position;
		for (; i < same; i++)
			slot->patterns[slot->count++].text = terms[i].term;
		if ((err = look_up(p, slot)) != WT_OK)
			return err;
	}
	return WT_OK;
}

/* A leaf in text or title, as an operand of its own. */
static int
plan_words(struct wt_planner *p, const struct wt_node *leaf, enum wt_field field,
    struct wt_plan **out)
{
	int err;

	if ((err = new_plan(p, WT_PLAN_TEXT, leaf, out)) != WT_OK)
		return err;
	(*out)->operands = 1;
	if (leaf->kind == WT_NODE_PREFIX || leaf->kind == WT_NODE_FUZZY)
		err = plan_spelt(p, leaf, field, *out);
	else
		err = plan_terms(p, leaf, field, *out);
	return err;
}

/* Operands that have words, one behind the other. */
static int
plan_near(struct wt_planner *p, const struct wt_node *near, enum wt_field field,
    struct wt_plan **out)
{
	size_t operands = 0, slots = 0;
	struct wt_plan *first = NULL, *last = NULL;
	uint32_t *distance;
	int err;

	for (const struct wt_node *n = near->child; n != NULL; n = n->next)
		operands++;
	if ((err = new_plan(p, WT_PLAN_TEXT, near, out)) != WT_OK)
		return err;
	if ((distance = wt_arena_array(p->arena, operands, sizeof *distance)) == NULL)
		return out_of_memory(p);
	for (const struct wt_node *n = near->child; n != NULL; n = n->next) {
		struct wt_plan *words;

		if ((err = plan_words(p, n, field, &words)) != WT_OK)
			return err;
		if (words->slot_count == 0)
			continue;
		for (size_t i = 0; i < words->slot_count; i++)
			words->slots[i].operand = (*out)->operands;
		distance[(*out)->operands++] = n->distance;
		slots += words->slot_count;
		words->bonus = NULL;
		if (first == NULL)
			first = words;
		else
			last->bonus = words;    /* a list, while the slots are gathered */
		last = words;
	}
	(*out)->distance = distance;
	if (slots > 0 && (err = new_slots(p, *out, slots)) != WT_OK)
		return err;
	for (; first != NULL; first = first->bonus) {
		memcpy((*out)->slots + (*out)->slot_count, first->slots,
		    first->slot_count * sizeof *first->slots);
		(*out)->slot_count += first->slot_count;
	}
	return WT_OK;
}

static int
plan_text(struct wt_planner *p, const struct wt_node *node, enum wt_field field,
    struct wt_plan **out)
{
	if (node->kind == WT_NODE_NEAR)
		return plan_near(p, node, field, out);
	return plan_words(p, node, field, out);
}

/* Words of text and title, with what they are worth more in the title. */
static int
plan_ranked(struct wt_planner *p, const struct wt_node *node, struct wt_plan **out)
{
	enum wt_field field = node->kind == WT_NODE_NEAR ? node->child->field : node->field;
	int err = plan_text(p, node, field, out);

	if (err != WT_OK)
		return err;
	if ((*out)->slot_count == 0) {
		*out = NULL;
		return WT_OK;
	}
	if (field == WT_FIELD_TEXT && p->rules->title_weight > 0) {
		err = plan_text(p, node, WT_FIELD_TITLE, &(*out)->bonus);
		if (err == WT_OK && (*out)->bonus->slot_count == 0)
			(*out)->bonus = NULL;
	}
	return err;
}

static int
plan_flags(struct wt_planner *p, const struct wt_node *leaf, struct wt_plan **out)
{
	struct wt_query_range *ranges = NULL;
	struct wt_error why = { 0 };
	size_t count = 0;
	int err;

	if ((p->rules->absent >> leaf->field & 1) != 0)
		return wt_error_set(p->error, WT_EABSENT, leaf->offset,
		    "the field '%s' is empty: the index was made without extraction",
		    wt_field_name(leaf->field));
	if ((err = new_plan(p, WT_PLAN_FLAGS, leaf, out)) != WT_OK)
		return err;
	err = p->rules->values(p->rules->context, p->arena, leaf, &ranges, &count, &why);
	if (err != WT_OK)
		return wt_error_set(p->error, err, leaf->offset, "%s",
		    why.text[0] != '\0' ? why.text : wt_strerror(err));
	if ((err = new_slots(p, *out, 1)) != WT_OK ||
	    (err = new_slot(p, (*out)->slots, count)) != WT_OK)
		return err;
	(*out)->slot_count = 1;
	for (size_t i = 0; i < count; i++) {
		struct wt_pattern *pattern = &(*out)->slots[0].patterns[i];

		pattern->kind = ranges[i].last.len == 0 ? WT_PATTERN_TERM : WT_PATTERN_RANGE;
		pattern->text = ranges[i].first;
		pattern->last = ranges[i].last;
	}
	(*out)->slots[0].count = count;
	return look_up(p, (*out)->slots);
}

/* Days since 1970-01-01 of a date of the Gregorian calendar. */
static int32_t
day_number(uint32_t date)
{
	int32_t year = (int32_t)(date / 10000), month = (int32_t)(date / 100 % 100);
	int32_t day = (int32_t)(date % 100), era_years;

	/* Years from March on, so that a leap day is the last of its year. */
	if (month <= 2) {
		year--;
		month += 12;
	}
	era_years = 365 * year + year / 4 - year / 100 + year / 400;
	return era_years + (153 * (month - 3) + 2) / 5 + day - 1 - 719468;
}

static int
plan_dates(struct wt_planner *p, const struct wt_node *leaf, struct wt_plan **out)
{
	int err = new_plan(p, WT_PLAN_DATES, leaf, out);

	if (err != WT_OK)
		return err;
	/* Articles without a date are in no range. */
	(*out)->from = leaf->from == 0 ? WT_NO_DATE + 1 : day_number(leaf->from);
	(*out)->to = leaf->to == WT_LAST_DAY ? INT32_MAX : day_number(leaf->to);
	return WT_OK;
}

/* The children that are left; a list of one is that one. */
static int
plan_list(struct wt_planner *p, const struct wt_node *node, struct wt_plan **out)
{
	size_t count = 0, positive = 0;
	struct wt_plan *child;
	int err;

	for (const struct wt_node *n = node->child; n != NULL; n = n->next)
		count++;
	if ((err = new_plan(p, node->kind == WT_NODE_AND ? WT_PLAN_AND : WT_PLAN_OR, node, out)) !=
	    WT_OK)
		return err;
	(*out)->children = wt_arena_array(p->arena, count, sizeof *(*out)->children);
	if ((*out)->children == NULL)
		return out_of_memory(p);
	for (const struct wt_node *n = node->child; n != NULL; n = n->next) {
		bool negated = n->kind == WT_NODE_NOT;

		if ((err = plan_node(p, negated ? n->child : n, &child)) != WT_OK)
			return err;
		if (child == NULL)
			continue;
		child->negated = negated;
		positive += !negated;
		(*out)->children[(*out)->child_count++] = child;
	}
	if (positive == 0)
		*out = NULL;
	else if ((*out)->child_count == 1)
		*out = (*out)->children[0];
	return WT_OK;
}

static int
plan_node(struct wt_planner *p, const struct wt_node *node, struct wt_plan **out)
{
	switch (node->kind) {
	case WT_NODE_AND:
	case WT_NODE_OR:
		return plan_list(p, node, out);
	case WT_NODE_NEAR:
		return plan_ranked(p, node, out);
	case WT_NODE_DATES:
		return node->field == WT_FIELD_DATE ? plan_dates(p, node, out) :
		    plan_flags(p, node, out);
	default:
		return wt_field_is_text(node->field) ? plan_ranked(p, node, out) :
		    plan_flags(p, node, out);
	}
}

/* Weigh all that is not negated, in units; returns the highest sum there can be. */
static double
weigh(struct wt_planner *p, struct wt_plan *plan, float unit)
{
	double sum = 0, idf = 0;

	for (size_t i = 0; i < plan->child_count; i++) {
		if (!plan->children[i]->negated)
			sum += weigh(p, plan->children[i], unit);
	}
	if (plan->kind != WT_PLAN_TEXT)
		return sum;
	for (size_t i = 0; i < plan->slot_count; i++)
		idf += wt_idf(&p->weights, (double)plan->slots[i].docs);
	plan->weight = (float)(idf * (WT_BM25_K1 + 1) * unit);
	if (plan->bonus != NULL)
		plan->bonus->weight = plan->weight * p->rules->title_weight;
	return (double)plan->weight + (plan->bonus != NULL ? (double)plan->bonus->weight : 0) + 8;
}

int
wt_plan_make(struct wt_planner *p, const struct wt_node *root, struct wt_plan **plan)
{
	struct wt_index_counts counts;
	double most;
	int err;

	wt_index_count(p->index, &counts);
	p->segments = counts.segments;
	p->unit = WT_SCORE_UNIT;
	wt_weights_open(&p->weights, p->index);
	*plan = NULL;
	if (root == NULL)
		return new_plan(p, WT_PLAN_ALL, NULL, plan);
	if ((err = plan_node(p, root, plan)) != WT_OK)
		return err;
	if (*plan == NULL)
		return wt_error_set(p->error, WT_ESYNTAX, root->offset,
		    "no word here is one that can be searched for");
	for (most = weigh(p, *plan, p->unit); most > (double)WT_SCORE_MOST;
	    most = weigh(p, *plan, p->unit))
		p->unit /= 2;
	return WT_OK;
}

void
wt_plan_free(struct wt_planner *p)
{
	for (; p->owned != NULL; p->owned = p->owned->next) {
		for (uint32_t s = 0; s < p->segments; s++)
			wt_entries_free(&p->owned->entries[s]);
	}
}
