// Every view is a hash: #/traces?show=failed&sort=-duration

export interface Route {
    view: string;
    /** What stands after the view's name, such as a trace's id. */
    id: string;
    query: URLSearchParams;
}

export function parse(hash: string): Route {
    const [path = '', query = ''] = hash.replace(/^#\/?/, '').split(/\?(.*)/s);
    const [view = '', ...rest] = path.split('/');

    return { view: view || 'overview', id: decode(rest.join('/')), query: new URLSearchParams(query) };
}

export function link(view: string, id = '', query: Record<string, string | undefined> = {}): string {
    const text = String(new URLSearchParams(Object.entries(query).filter((e): e is [string, string] => !!e[1])));

    return `#/${view === 'overview' ? '' : view}${id ? '/' + encodeURIComponent(id) : ''}${text ? '?' + text : ''}`;
}

/** The same view with some of its query changed. */
export function changed(route: Route, change: Record<string, string | undefined>): string {
    return link(route.view, route.id, { ...Object.fromEntries(route.query), ...change });
}

export const go = (hash: string): void => {
    location.hash = hash;
};

/** Changes the hash without a step for Back, as while typing. */
export function replace(hash: string): void {
    history.replaceState(null, '', hash);
    dispatchEvent(new HashChangeEvent('hashchange'));
}

function decode(text: string): string {
    try {
        return decodeURIComponent(text);
    } catch {
        return text;
    }
}
