import { css } from 'lit';

/** Files: where they are dropped, and what is told of each. */
export const file = css`
  .file {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 1.5);
    padding: calc(var(--_space) * 1.5);
    border: 1px dashed var(--_border);
    border-radius: var(--_radius);
  }

  /* A wider edge that takes no more room: nothing may move under a file that is being dropped. */
  .file[data-drag] {
    margin: -1px;
    border-width: 2px;
    border-color: var(--_accent);
    background: var(--_tint);
  }

  .file[data-drag='zone'] {
    border-style: solid;
    background: color-mix(in srgb, var(--_accent) 16%, transparent);
  }

  .file-actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 1.5);
  }

  .file-actions .button:not(.button--quiet) {
    background: var(--_field);
  }

  .file-actions .hint {
    margin: 0;
  }

  .cloud-note {
    margin: 0;
  }

  .drop-hint {
    color: var(--_muted);
    font-size: 0.9375em;
  }

  /* What takes a photograph has no pointer to drag with, and what drags would open no camera. */
  .camera {
    display: none;
  }

  @media (hover: none) and (pointer: coarse) {
    .camera {
      display: contents;
    }

    .drop-hint {
      display: none;
    }
  }

  .files {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .chosen {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    column-gap: var(--_space);
    padding-block: calc(var(--_space) * 0.75);
    padding-inline-start: calc(var(--_space) * 1.5);
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
    background: var(--_field);
  }

  .file-name {
    grid-column: 1;
    align-self: end;
    font-weight: 600;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }

  .file-about,
  .file-note {
    grid-column: 1;
    font-size: 0.9375em;
    line-height: 1.35;
  }

  .file-about {
    align-self: start;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }

  .file-note {
    grid-column: 1 / -1;
    padding-inline-end: calc(var(--_space) * 1.5);
  }

  .chosen .button {
    margin-inline: 0 calc(var(--_space) * 0.5);
    grid-column: 2;
    grid-row: 1 / span 2;
  }

  /* A long name needs the width. */
  @media (width < 24rem) {
    .chosen {
      grid-template-columns: minmax(0, 1fr);
    }

    .chosen .button {
      grid-area: auto / 1;
      justify-self: start;
      margin-inline-start: calc(var(--_space) * -1);
    }
  }

  .refusals {
    margin: 0;
    overflow-wrap: anywhere;
  }

  .refusals p + p {
    margin-block-start: var(--_space);
  }

  .file .label--part {
    margin: 0;
  }

  @media print {
    .file {
      min-block-size: var(--_field-height);
    }

    .file-actions {
      display: none;
    }
  }
`;
