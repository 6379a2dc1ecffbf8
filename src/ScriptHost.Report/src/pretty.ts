/** JSON with line breaks, every number and text as it stands; anything else unchanged. */
export function pretty(json: string): string {
    if (!/^\s*[[{]/.test(json) || !isJson(json)) {
        return json;
    }

    let depth = 0;

    // Strings as they are; blanks between tokens go; a bracket pair with nothing in it stays on its line.
    return json.replace(/"(?:[^"\\]|\\.)*"|[[{]\s*[\]}]|[[\]{},:]|\s+/gs, token => {
        switch (token) {
            case '{':
            case '[':
                return token + line(++depth);
            case '}':
            case ']':
                return line(--depth) + token;
            case ',':
                return token + line(depth);
            case ':':
                return ': ';
            default:
                return token.startsWith('"') ? token : token.replace(/\s+/g, '');
        }
    });
}

const line = (depth: number): string => '\n' + '  '.repeat(depth);

function isJson(text: string): boolean {
    try {
        JSON.parse(text);

        return true;
    } catch {
        return false;
    }
}
