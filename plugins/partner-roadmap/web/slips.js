/**
 * Who moves promises, how far and why: partners by the days their promises moved, a bar for each,
 * divided by cause. An example of a view that a plugin brings; docs/view-guide.md tells what it is
 * given.
 */
const BY = ['partner', 'cause'];

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
    :host { display: block; overflow: auto; padding: var(--s4); }
    table { border-collapse: collapse; font: var(--base); width: 100%; }
    caption { color: var(--text-2); padding-bottom: var(--s3); text-align: start; }
    th, td { border-bottom: var(--hair) solid var(--grid); padding: var(--s1) var(--s2); text-align: start; }
    thead th { color: var(--text-3); font: var(--secondary); }
    tbody th { font-weight: var(--medium); white-space: nowrap; }
    td.days { font-variant-numeric: tabular-nums; text-align: end; white-space: nowrap; }
    td.bar { width: 60%; }
    svg { display: block; height: var(--s4); width: 100%; }
    rect { fill: var(--line-strong); stroke: var(--canvas); vector-effect: non-scaling-stroke; }
    rect:nth-child(even) { fill: var(--text-3); }
    button { background: none; border: 0; color: var(--accent-text); cursor: pointer; font: inherit; min-height: var(--target); padding: 0; }
    button:focus-visible { outline: var(--ring) solid var(--accent); }
    ul { color: var(--text-2); display: flex; flex-wrap: wrap; font: var(--secondary); gap: 0 var(--s3); list-style: none; margin: 0; padding: 0; }
`);

const WORDS = {
    caption: { en: 'Days by which promises were moved, later minus earlier', zh: '承诺日期被移动的天数（推后减提前）' },
    partner: { en: 'Partner', zh: '合作伙伴' },
    days: { en: 'Days', zh: '天数' },
    why: { en: 'Why', zh: '原因' },
    unsaid: { en: 'not said', zh: '未说明' },
    nothing: { en: 'No promise was moved.', zh: '还没有承诺被移动。' },
    failed: { en: 'The promises could not be read.', zh: '没能读到承诺。' },
};

export default class SlipsView extends HTMLElement {
    #shadow = this.attachShadow({ mode: 'open' });
    #given;
    #asked = 0;
    #titles = new Map();

    open(given) {
        this.#given = given;
        this.#shadow.adoptedStyleSheets = [sheet];
        const read = () => void this.#read();
        const touches = ({ changes }) => changes.some(({ ref }) => ref.startsWith('partner-roadmap.'));
        const disposals = [
            given.feed.listen({ commit: (commit) => touches(commit) && read(), reload: read }),
            given.reader.listen(read),
        ];
        read();
        return () => disposals.forEach((dispose) => dispose());
    }

    async #read() {
        const { query, subject, frame } = this.#given;
        const asked = ++this.#asked;
        try {
            const { groups, total } = await query.groups({ table: subject.table.id, by: BY, where: subject.view.where, sum: ['movedDays'] });
            await this.#learn(groups.map(({ by }) => by.partner).filter(Boolean));
            if (asked !== this.#asked) return;
            frame.counted(total, false);
            this.#shadow.replaceChildren(this.#table(partnersOf(groups)));
        } catch {
            if (asked === this.#asked) this.#shadow.replaceChildren(element('p', this.#say('failed')));
        }
    }

    /** What partners are called: those of a name that is not known yet, once each. */
    async #learn(refs) {
        const unknown = [...new Set(refs)].filter((ref) => !this.#titles.has(ref));
        await Promise.all(unknown.map(async (ref) => this.#titles.set(ref, (await this.#given.query.item(ref)).values.name)));
    }

    #table(partners) {
        if (partners.length === 0) return element('p', this.#say('nothing'));
        const most = Math.max(1, ...partners.map(({ size }) => size));
        const head = element('tr', ...['partner', 'days', 'why'].map((key) => element('th', this.#say(key))));
        return element('table', element('caption', this.#say('caption')), element('thead', head), element('tbody', ...partners.map((partner) => this.#row(partner, most))));
    }

    #row({ ref, days, causes }, most) {
        const name = this.#titles.get(ref) ?? this.#say('unsaid');
        const button = element('button', name);
        button.addEventListener('click', () => this.#given.frame.openItem(ref));
        const figure = element('td', signed(days));
        figure.className = 'days';
        const words = causes.map(({ cause, days: moved }) => element('li', `${this.#cause(cause)} ${signed(moved)}`));
        const bar = element('td', bars(causes, most), element('ul', ...words));
        bar.className = 'bar';
        return element('tr', element('th', button), figure, bar);
    }

    #cause(id) {
        const { subject, reader } = this.#given;
        const choices = subject.table.fields.find((field) => field.id === 'cause')?.choices ?? [];
        return reader.text(choices.find((choice) => choice.id === id)?.label ?? WORDS.unsaid);
    }

    #say(key) {
        return this.#given.reader.text(WORDS[key]);
    }
}

/** Those who moved most first; where days go both ways, the bar has the length of both. */
function partnersOf(groups) {
    const partners = new Map();
    for (const { by, sum } of groups) {
        const known = partners.get(by.partner) ?? { ref: by.partner, days: 0, size: 0, causes: [] };
        const days = Number(sum?.movedDays ?? 0);
        known.causes.push({ cause: by.cause, days });
        known.days += days;
        known.size += Math.abs(days);
        partners.set(by.partner, known);
    }
    const all = [...partners.values()].filter(({ ref }) => ref);
    all.forEach(({ causes }) => causes.sort((one, other) => Math.abs(other.days) - Math.abs(one.days)));
    return all.sort((one, other) => other.size - one.size);
}

function bars(causes, most) {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', `0 0 ${most} 10`);
    svg.setAttribute('preserveAspectRatio', 'none');
    svg.setAttribute('aria-hidden', 'true');
    let at = 0;
    for (const { days } of causes) {
        const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
        const place = { x: at, y: 0, width: Math.abs(days), height: 10 };
        Object.entries(place).forEach(([name, value]) => rect.setAttribute(name, String(value)));
        svg.append(rect);
        at += Math.abs(days);
    }
    return svg;
}

function signed(days) {
    return days < 0 ? `−${-days}` : `+${days}`;
}

function element(tag, ...children) {
    const made = document.createElement(tag);
    made.append(...children);
    return made;
}

customElements.define('partner-roadmap-slips', SlipsView);
