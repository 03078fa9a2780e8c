import { css } from 'lit';

/** A control with a list below it, and what is chosen above. */
export const comboboxStyles = css`
  .combobox {
    position: relative;
    display: flex;
  }

  .combobox .control {
    padding-inline-end: 3rem;
    text-overflow: ellipsis;
  }

  .combobox-open {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0;
    display: grid;
    place-items: center;
    inline-size: 44px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_muted);
    cursor: pointer;
  }

  .combobox-open::before {
    content: '';
    inline-size: 0.55em;
    block-size: 0.55em;
    border: solid currentColor;
    border-width: 0 2px 2px 0;
    transform: translateY(-25%) rotate(45deg);
  }

  .combobox[data-open] .combobox-open::before {
    transform: translateY(25%) rotate(225deg);
  }

  .listbox {
    position: absolute;
    z-index: 2;
    inset-block-start: calc(100% + 2px);
    inset-inline: 0;
    flex-direction: column;
    max-block-size: min(22rem, 60vh);
    overflow: hidden;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_field);
    color: var(--_text);
    box-shadow: 0 6px 24px rgb(0 0 0 / 18%);
  }

  @supports (position-anchor: --a) {
    .combobox[data-open] {
      anchor-name: --job-application-combobox;
      anchor-scope: --job-application-combobox;
    }

    .listbox[popover] {
      position: fixed;
      position-anchor: --job-application-combobox;
      inset: auto;
      inset-block-start: anchor(end);
      inset-inline-start: anchor(start);
      inline-size: anchor-size(inline);
      margin: 2px 0;
      padding: 0;
      position-try-fallbacks: flip-block;
    }
  }

  /* Closed, it is what the browser makes of a popover: nothing. */
  .combobox[data-open] > .listbox {
    display: flex;
  }

  /* The list itself scrolls, as the pattern of a combobox has it; the note below it stays in view. */
  .listbox > ul {
    overflow: auto;
    overscroll-behavior: contain;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .listed {
    min-block-size: 44px;
    padding: calc((44px - 1lh) / 2) calc(var(--_space) * 1.5);
    border-inline-start: 4px solid transparent;
    cursor: pointer;
  }

  .listed:hover {
    background: var(--_tint);
  }

  .listed[data-marked] {
    border-inline-start-color: var(--_focus);
    background: var(--_tint);
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
  }

  .listed[aria-selected='true'] {
    font-weight: 600;
  }

  .listed[aria-selected='true']::after {
    content: ' ✓' / '';
  }

  .listed-about,
  .listbox-note {
    color: var(--_muted);
    font-size: 0.9375em;
    font-weight: 400;
  }

  .listed-about {
    display: block;
  }

  .listbox-note {
    padding: calc(var(--_space) * 1.25) calc(var(--_space) * 1.5);
  }

  .listbox > ul:not(:empty) + .listbox-note {
    border-block-start: 1px solid var(--_hairline);
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    margin: 0 0 var(--_space);
    padding: 0;
    list-style: none;
  }

  .chip {
    display: inline-flex;
    align-items: center;
    gap: var(--_space);
    min-block-size: 44px;
    padding: calc(var(--_space) * 0.5) calc(var(--_space) * 1.5);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_tint);
    color: var(--_text);
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  .chip::after {
    content: '×' / '';
    font-size: 1.25em;
    line-height: 1;
  }

  .chip:hover {
    text-decoration: line-through;
  }

  @media (forced-colors: active) {
    .listed {
      border-color: Canvas;
    }

    .listed[data-marked] {
      border-color: Highlight;
      outline-color: Highlight;
    }
  }

  @media print {
    .combobox-open,
    .chip::after {
      display: none;
    }
  }
`;
