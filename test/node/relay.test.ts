import { expect } from 'chai';
import {
  apply,
  fullForm,
  jobIdOf,
  relayOf,
  startRelay,
  startSystem,
  untilRelay,
  type SystemName,
} from '../support/relay.js';
import { until, type RunningReceiver } from '../support/receiver.js';
import { bytesFor, sendJson, stored } from '../support/received.js';
import type { AshbyStandIn } from '../support/systems/ashby.js';
import type { StandIn } from '../support/systems/stand-in.js';

const names = ['greenhouse', 'lever', 'ashby'] as const;

for (const name of names) {
  describe(`the relay to ${name}`, () => {
    let system: StandIn;
    let receiver: RunningReceiver;

    before(async () => {
      system = await startSystem(name);
      receiver = await startRelay(name, system);
    });

    after(async () => {
      await receiver.stop();
      await system.close();
    });

    /** After which nothing is under way. */
    async function restart(): Promise<void> {
      await receiver.kill();
      receiver = await startRelay(name, system);
    }

    it('passes on an application in which every question is answered, files byte for byte', async () => {
      const form = await fullForm(name);
      const sentFiles = [...form.values()].filter((value): value is File => typeof value !== 'string');
      const id = await apply(receiver, form);
      await untilRelay(receiver, id, 'sent', 'refused', 'unknown');
      await until(async () => !(await relayOf(receiver, id))?.words?.includes('on their way')); // as a survey is, apart
      const { status, tries, words, systemId } = (await relayOf(receiver, id)) ?? {};
      expect({ status, tries, words }).to.deep.equal({ status: 'sent', tries: 1, words: undefined });
      expect(systemId === undefined).to.equal(name === 'greenhouse'); // which answers without an id
      expect(system.applications()).to.have.length(1);
      expect(system.stored).to.have.length(name === 'ashby' ? 2 : 1); // a survey goes apart
      const there = name === 'ashby' ? [...(system as AshbyStandIn).uploads.values()] : filesIn(system.stored[0]);
      expect(there).to.have.length(sentFiles.length).above(0);
      for (const [index, file] of there.entries()) {
        expect(Buffer.compare(await bytesOf(file), bytesFor(index + 1, 3001 + index)), file.name).to.equal(0);
        expect(file.name).to.equal('Lebenslauf „Zoë“.pdf');
      }
      const page = await (await fetch(`${receiver.origin}/applications`)).text();
      expect(page)
        .to.include('data-relay="sent"')
        .and.include(systemId ?? 'Passed on (greenhouse; 1 try)');
    });

    it('answers the applicant before the system has', async () => {
      const before = system.applications().length;
      system.disturb('hang');
      const id = await apply(receiver, await fullForm(name));
      await until(() => system.applications().length > before);
      expect(await relayOf(receiver, id)).to.include({ status: 'sending', tries: 0 });
      await restart();
    });

    it('refuses, by the questions of the system, what would be refused there', async () => {
      const before = (await stored(receiver)).length;
      const response = await sendJson(receiver, { posting: jobIdOf(name), answers: {} });
      expect(response.status).to.equal(422);
      const { errors } = (await response.json()) as { errors: readonly { field: string }[] };
      expect(errors.map(({ field }) => field)).to.include(name === 'ashby' ? '_systemfield_email' : 'email');
      expect(await stored(receiver)).to.have.length(before);
    });

    it('lets an application that the system refuses rest, with its words', async () => {
      const id = await apply(receiver, await fullForm(name, { [nameField(name)]: 'banned' }));
      const { words, tries } = await untilRelay(receiver, id, 'refused', 'sent');
      expect(tries).to.equal(1);
      expect(words).to.match(/not welcome|Invalid value for field: Name/);
      const page = await (await fetch(`${receiver.origin}/applications`)).text();
      expect(page).to.include('data-relay="refused"');
    });

    for (const status of [429, 500, 503]) {
      it(`tries again after ${status}`, async () => {
        system.disturb({ status, body: 'Busy' }, { status, headers: { 'Retry-After': '0' }, body: '<p>Busy</p>' });
        const id = await apply(receiver, await fullForm(name));
        expect((await untilRelay(receiver, id, 'sent')).tries).to.equal(3);
      });
    }

    it('does not send again what may have arrived', async () => {
      const before = system.applications().length;
      system.disturb('hang up');
      const id = await apply(receiver, await fullForm(name));
      expect((await untilRelay(receiver, id, 'unknown')).words).to.include('No answer');
      const next = await apply(receiver, await fullForm(name));
      await untilRelay(receiver, next, 'sent');
      expect(system.applications()).to.have.length(before + 2);
      expect((await relayOf(receiver, id))?.status).to.equal('unknown');
    });

    it('takes no application to a job that is not there', async () => {
      const strange = name === 'greenhouse' ? '99' : '00000000-0000-4000-8000-000000000000';
      const response = await sendJson(receiver, { posting: strange, answers: {} });
      expect(response.status).to.equal(404);
    });
  });
}

function nameField(system: SystemName): string {
  return { greenhouse: 'last_name', lever: 'name', ashby: '_systemfield_name' }[system];
}

function filesIn(application: unknown): readonly File[] {
  return (application as [string, string | File][])
    .map(([, value]) => value)
    .filter((value) => typeof value !== 'string');
}

async function bytesOf(file: File): Promise<Buffer> {
  return Buffer.from(await file.arrayBuffer());
}
