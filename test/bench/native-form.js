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
form.addEventListener('input', ({ target }) => {
  if (target.hasAttribute('aria-invalid')) judge(target);
});
