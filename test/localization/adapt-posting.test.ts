import { expect } from 'chai';
import { adaptPosting } from '../../src/adapt-posting.js';
import { loadAdapter } from '../../src/adapters/load-adapter.js';
import { toApplication } from '../../src/form/application.js';
import { planPosting } from '../../src/form/plan-posting.js';
import { parsePosting } from '../../src/posting/parse-posting.js';
import { fieldsOf } from '../../src/posting/posting.js';
import lever from '../../demo/postings/systems/lever-posting.json' with { type: 'json' };
import job from '../../demo/postings/systems/greenhouse-job.json' with { type: 'json' };

describe('adaptPosting', () => {
  it('reads the JSON of a system in the words of the language that is asked for', async () => {
    const { posting, system } = await adaptPosting(lever, { locale: 'de-AT' });
    expect(system).to.equal('lever');
    expect(fieldsOf(parsePosting(posting)).map(({ label }) => label)).to.include('Derzeitiges Unternehmen');
  });

  it('gives back what is ours as it is', async () => {
    const ours = { title: 'Ours', form: {} };
    expect(await adaptPosting(ours)).to.deep.equal({ posting: ours, system: undefined, coverage: [] });
  });

  it('takes its options before what stands in the JSON', async () => {
    const jobs = [
      { ...job, id: 1 },
      { ...job, id: 2 },
    ];
    const list = { jobs, 'x-adapter': { job: '1' } };
    expect((await adaptPosting(list)).posting).to.have.property('id', '1');
    expect((await adaptPosting(list, { job: '2' })).posting).to.have.property('id', '2');
  });

  it('takes an address that suggests places out of the JSON, where it is one', async () => {
    const place = [{ label: 'Where?', fields: [{ name: 'location', type: 'input_text' }] }];
    const about = (suggest: string): Promise<{ posting: unknown; coverage: readonly string[] }> =>
      adaptPosting({ ...job, location_questions: place, 'x-adapter': { suggest } });
    const suggested = await about('https://places.example.org/?q={query}');
    expect(JSON.stringify(suggested.posting)).to.include('"suggest":"https://places.example.org/?q={query}"');
    const wrong = await about('https://places.example.org/');
    expect(JSON.stringify(wrong.posting)).not.to.include('"suggest"');
    expect(wrong.coverage.join()).to.include('/x-adapter/suggest: expected an address with {query}');
  });

  it('makes what an application is written from for its system', async () => {
    const { posting: given, system = 'ashby' } = await adaptPosting(job);
    const plan = planPosting(parsePosting(given));
    const hints = { elapsedMs: 0, honeypot: '' };
    const application = toApplication(plan, { first_name: 'Ada' }, { locale: 'en', now: new Date(0), hints });
    const { toPayload } = await loadAdapter(system);
    expect(toPayload?.(application, plan, 'application/json')).to.have.nested.property('body.first_name', 'Ada');
  });
});
