import { css } from 'lit';

/** Fields of the types that come with a chunk of their own. */
export const furtherStyles = css`
  .control--day,
  .control--month {
    inline-size: 4.5rem;
  }

  .control--year {
    inline-size: 6.5rem;
  }

  select.control {
    inline-size: auto;
    max-inline-size: 100%;
    min-inline-size: min(100%, 14rem);
  }

  .affixed {
    display: flex;
    align-items: center;
    gap: var(--_space);
  }

  .affix {
    color: var(--_muted);
  }

  .date-parts {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
  }

  .option > .free-text {
    grid-column: 2;
  }

  .free-text {
    margin-block-end: var(--_space);
  }

  .control + .free-text {
    margin-block-start: var(--_space);
  }

  .entry {
    display: grid;
    gap: calc(var(--_space) * 3);
    margin-block: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2.5);
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
  }

  .entry-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space);
  }

  .entry-title {
    font-weight: 600;
  }

  /* Quiet buttons reach out to either side. */
  .entry-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(var(--_space) * 3);
  }

  @media print {
    .entry {
      break-inside: avoid;
    }
  }
`;
