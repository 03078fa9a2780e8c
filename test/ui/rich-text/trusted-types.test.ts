import { expect } from '@open-wc/testing';

interface Report {
  readonly text?: string;
  readonly error?: string;
  readonly violations: string[];
}

const cleaning = new URL('../../../src/ui/rich-text/clean-html.ts', import.meta.url).href;

/** Cleans a text on a page of its own with this policy, after `before` has run there. */
async function cleanUnder(policy: string, before = '', html = '<p id="a">Two <b>labs</b></p>'): Promise<Report> {
  const frame = document.createElement('iframe');
  frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="${policy}">
    <script>
      const violations = [];
      addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective));
      ${before}
    </script>
    <script type="module">
      const options = { baseUrl: 'https://example.org', isTrustedUrl: () => true, headingLevel: 2, newTabNote: { text: '', lang: 'en' } };
      try {
        const { cleanHtml } = await import('${cleaning}');
        document.body.append(cleanHtml(${JSON.stringify(html)}, options));
        parent.postMessage({ text: document.body.querySelector('p').textContent, violations }, '*');
      } catch (error) {
        parent.postMessage({ error: error.message, violations }, '*');
      }
    </script><body></body>`;
  const report = new Promise<Report>((resolve) => {
    const listen = ({ source, data }: MessageEvent<Report>) => {
      if (source !== frame.contentWindow) return;
      removeEventListener('message', listen);
      resolve(data);
    };
    addEventListener('message', listen);
  });
  document.body.append(frame);
  try {
    return await report;
  } finally {
    frame.remove();
  }
}

describe('the sanitiser under a content security policy', () => {
  it('works through the policy job-application alone, with no violation', async () => {
    const report = await cleanUnder("require-trusted-types-for 'script'; trusted-types job-application");
    expect(report).to.deep.equal({ text: 'Two labs', violations: [] });
  });

  it('parses scripts, styles, media and a base address without a report', async () => {
    const report = await cleanUnder(
      "style-src 'none'; base-uri 'none'; media-src 'none'; require-trusted-types-for 'script'",
      '',
      '<style>p > b { color: red }</style><BASE href=/x><video src=data:a>a</video><p>Two labs</p><svg><script>a()',
    );
    expect(report).to.deep.equal({ text: 'Two labs', violations: [] });
  });

  it('refuses to load when the name is taken and strings are refused', async () => {
    const report = await cleanUnder(
      "require-trusted-types-for 'script'; trusted-types job-application",
      "trustedTypes.createPolicy('job-application', {});",
    );
    expect(report.error).to.contain('job-application');
  });

  it('does without the policy when the name is taken and strings are allowed', async () => {
    const report = await cleanUnder(
      'trusted-types job-application',
      "trustedTypes.createPolicy('job-application', {});",
    );
    expect(report.text).to.equal('Two labs');
  });
});
