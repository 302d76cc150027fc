// The editor asks the browser for its language before it draws anything; here it speaks one.
Object.defineProperty(navigator, 'languages', { value: ['vi'] });
Object.defineProperty(navigator, 'language', { value: 'vi' });
