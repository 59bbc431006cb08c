import tseslint from 'typescript-eslint';

export default tseslint.config(
    { ignores: ['node_modules/', 'target/', 'test-results/', '*.config.js', '**/*.mjs'] },
    ...tseslint.configs.strictTypeChecked,
    {
        languageOptions: { parserOptions: { project: './tsconfig.json' } },
        rules: {
            eqeqeq: 'error',
            // An element found in the page was made by the browser, not by our constructor.
            '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
            'no-console': 'error',
            '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
            '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
        },
    },
);
