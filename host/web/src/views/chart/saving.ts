import { html, type TemplateResult } from 'lit';
import { placeBeside } from '../../grid/place';
import { mark } from '../../marks';
import { t } from '../../settings';

const FORMATS = ['png', 'svg'] as const;
export type PictureFormat = (typeof FORMATS)[number];

/** The picture as a file. Each chart has a menu of its own name: several are open at once. */
export function savingMenu(id: string, isEmpty: boolean, save: (format: PictureFormat) => void): TemplateResult {
    const chosen = (event: Event, format: PictureFormat) => {
        (event.currentTarget as HTMLElement).closest<HTMLElement>('[popover]')?.hidePopover();
        save(format);
    };
    return html`<button popovertarget=${id} ?disabled=${isEmpty}>${mark('takeOut')}${t('export.action')}</button>
        <div id=${id} class="wb-menu" popover @toggle=${placeMenu}>
            ${FORMATS.map((format) => html`<button class="quiet" @click=${(event: Event) => chosen(event, format)}>${t(`chart.${format}`)}</button>`)}
        </div>`;
}

function placeMenu(event: Event): void {
    const menu = event.currentTarget as HTMLElement;
    const button = menu.previousElementSibling;
    if (button) placeBeside(menu, button);
}

export function download(blob: Blob, name: string): void {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href));
}
