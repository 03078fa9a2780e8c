import { css } from 'lit';

/** What is told of a draft. */
export const draftStyles = css`
  .drafts {
    display: grid;
    gap: calc(var(--_space) * 2);
    max-inline-size: var(--_measure);
  }

  .draft-status {
    color: var(--_muted);
  }

  .draft-status .button {
    margin-inline: 0;
  }

  @media print {
    .drafts {
      display: none;
    }
  }
`;
