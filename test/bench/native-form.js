/* global document */
// What the static page needs so that it, too, says everything that is wrong at once: the browser's own sentences, each at its field.
const form = document.querySelector('form');

function judge(control) {
  const field = control.closest('.field');
  const shown = field.querySelector('.field-error');
  const sentence = control.validationMessage;
  if (sentence === (shown?.textContent ?? '')) return;
  shown?.remove();
  control.setAttribute('aria-invalid', String(sentence !== ''));
  if (sentence === '') return;
  const error = document.createElement('p');
  error.className = 'field-error';
  error.textContent = sentence;
  field.firstElementChild.after(error);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const wrong = [...form.elements].filter((control) => control.willValidate && !control.validity.valid);
  wrong.forEach(judge);
  wrong[0]?.focus();
});

// Conditions as somebody would write them by hand: what hangs on a control is known by the control's name.
const dependants = new Map();
for (const field of document.querySelectorAll('[data-show-if]')) {
  const { '!': not, '==': equal } = JSON.parse(field.dataset.showIf);
  const [{ var: name }, value] = equal ?? not.in;
  const isMet = (answer) => (equal ? answer === value : !value.includes(answer));
  dependants.set(name, [...(dependants.get(name) ?? []), { field, isMet }]);
}

function showDependants(name, answer) {
  for (const { field, isMet } of dependants.get(name) ?? []) {
    const isShown = isMet(answer);
    if (isShown === !field.hidden) continue;
    field.hidden = !isShown;
    const control = field.querySelector('input');
    showDependants(control.name, isShown ? control.value : undefined);
  }
}

form.addEventListener('input', ({ target }) => {
  if (target.hasAttribute('aria-invalid')) judge(target);
  showDependants(target.name, target.value);
});
