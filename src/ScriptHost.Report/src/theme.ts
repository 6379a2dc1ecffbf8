// Light and dark: as the system says, until somebody chooses.

const Name = 'scripthost-theme';

function stored(): string | null {
    try {
        return localStorage.getItem(Name);
    } catch {
        // Some browsers give pages from disk no storage.
        return null;
    }
}

export const isDark = (): boolean =>
    (document.documentElement.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';

export function restore(): void {
    const theme = stored();
    if (theme === 'dark' || theme === 'light') {
        document.documentElement.dataset.theme = theme;
    }
}

export function toggle(): void {
    const theme = isDark() ? 'light' : 'dark';
    document.documentElement.dataset.theme = theme;
    try {
        localStorage.setItem(Name, theme);
    } catch {
        // It holds for as long as the page is open.
    }
}
