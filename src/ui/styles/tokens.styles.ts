import { css } from 'lit';

/**
 * What a page may set, each read once, here; the other styles read the private names. Lengths follow the page's font.
 * Colours come in pairs that follow the page's `color-scheme` (a dark page has to set one), with a contrast of at least
 * 4.5:1 for words and 3:1 for the edges of controls and the focus, on white and on near black.
 */
export const tokens = css`
  :host {
    --_text: var(--job-application-color-text, light-dark(#1c2126, #e9ecef));
    --_muted: var(--job-application-color-muted, light-dark(#545d68, #a8b1bc));
    --_surface: var(--job-application-color-surface, transparent);
    --_field: var(--job-application-color-field, light-dark(#fff, #16191d));
    --_border: var(--job-application-color-border, light-dark(#757e89, #7f8995));
    --_accent: var(--job-application-color-accent, light-dark(#1d5aa8, #8fbcf5));
    --_on-accent: var(--job-application-color-on-accent, light-dark(#fff, #0c1c30));
    --_error: var(--job-application-color-error, light-dark(#b3261e, #ffb0a6));
    --_success: var(--job-application-color-success, light-dark(#1c6b35, #86d69c));
    --_focus: var(--job-application-color-focus, var(--_accent));
    --_font-family: var(--job-application-font-family, inherit);
    --_font-size: var(--job-application-font-size, inherit);
    --_line-height: var(--job-application-line-height, 1.55);
    --_heading-font-family: var(--job-application-heading-font-family, inherit);
    --_heading-weight: var(--job-application-heading-weight, 650);
    --_radius: var(--job-application-radius, 0.375rem);
    --_space: var(--job-application-space, 0.5rem);
    --_field-height: var(--job-application-field-height, 2.75rem);
    --_measure: var(--job-application-measure, 42rem);
    --_width: var(--job-application-width, 42rem);
    /* Lines that part, and grounds that set apart: nothing is told by them alone. */
    --_hairline: color-mix(in srgb, var(--_border) 40%, transparent);
    --_tint: color-mix(in srgb, var(--_accent) 8%, transparent);
  }
`;
