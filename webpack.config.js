/* Two programs: the add-in (dist/, for any web server) and the workbench that stands in for Excel (dist-workbench/). */
const path = require('path');
const { sources } = require('webpack');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const MiniCssExtractPlugin = require('mini-css-extract-plugin');
const FunctionsMetadataPlugin = require('custom-functions-metadata-plugin');
const typescript = require('tsx/cjs/api');

const DEVELOPMENT_URL = 'https://localhost:3000';
const addinUrl = withoutSlash(process.env.DAYBOOK_URL || DEVELOPMENT_URL);
const officeJsUrl = process.env.OFFICE_JS_URL || 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
const functionFiles = require('./src/functions/sources.json');

function withoutSlash(url) {
  return url.replace(/\/+$/, '');
}

/** Adds functions.zh-CN.json beside the English metadata that custom-functions-metadata reads from the sources. */
class LocalizedFunctionsPlugin {
  apply(compiler) {
    const { Compilation } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('LocalizedFunctions', (compilation) => {
      compilation.hooks.processAssets.tap(
        { name: 'LocalizedFunctions', stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONS },
        () => {
          const { localizeMetadata } = typescript.require('./src/functions/metadata.ts', __filename);
          const { functionDescriptions } = typescript.require(
            './src/locales/zh-CN/functions/descriptions.ts',
            __filename,
          );
          const english = JSON.parse(compilation.getAsset('functions.json').source.source().toString());
          const chinese = localizeMetadata(english, functionDescriptions);
          compilation.emitAsset(
            'functions.zh-CN.json',
            new sources.RawSource(JSON.stringify(chinese, null, 2)),
          );
        },
      );
    });
  }
}

const scripts = {
  resolve: { extensions: ['.ts', '.tsx', '.mjs', '.js'] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        use: { loader: 'ts-loader', options: { transpileOnly: true, compilerOptions: { noEmit: false } } },
      },
      { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] },
      { test: /\.m?js$/, resolve: { fullySpecified: false } },
    ],
  },
  performance: { hints: false },
  stats: 'errors-warnings',
};

function addin(mode) {
  return {
    ...scripts,
    name: 'addin',
    mode,
    // Never by eval: the page's Content-Security-Policy forbids it, while developing too.
    devtool: 'source-map',
    // Both run in one page, neither waits for the other: the pane paints first, a cell calculates without the pane.
    entry: {
      functions: functionFiles,
      taskpane: './src/taskpane/index.tsx',
    },
    output: {
      path: path.resolve(__dirname, 'dist'),
      filename: '[name].js',
      chunkFilename: '[name].[contenthash:8].js',
      clean: true,
    },
    plugins: [
      new FunctionsMetadataPlugin({ output: 'functions.json', input: functionFiles }),
      new LocalizedFunctionsPlugin(),
      new MiniCssExtractPlugin({ filename: '[name].css' }),
      new HtmlPlugin({
        filename: 'taskpane.html',
        template: './src/taskpane/taskpane.html',
        chunks: ['taskpane', 'functions'],
        chunksSortMode: 'manual',
        scriptLoading: 'defer',
        templateParameters: { officeJsUrl, officeJsOrigin: new URL(officeJsUrl).origin },
      }),
      new CopyPlugin({
        patterns: [
          { from: 'assets/icon-*.png', to: '[path][name][ext]' },
          { from: 'src/taskpane/support.html', to: 'support.html' },
          {
            from: 'manifest.xml',
            to: 'manifest.xml',
            transform: (manifest) => manifest.toString().replaceAll(DEVELOPMENT_URL, addinUrl),
          },
        ],
      }),
    ],
  };
}

function workbench(mode) {
  return {
    ...scripts,
    name: 'workbench',
    mode,
    devtool: mode === 'production' ? false : 'eval-source-map',
    entry: { workbench: './src/workbench/page/main.tsx' },
    output: {
      path: path.resolve(__dirname, 'dist-workbench'),
      publicPath: '/workbench/',
      filename: '[name].js',
      chunkFilename: '[name].[contenthash:8].js',
      clean: true,
    },
    plugins: [
      new MiniCssExtractPlugin({ filename: '[name].css' }),
      new HtmlPlugin({ filename: 'index.html', template: './src/workbench/page/index.html' }),
      new CopyPlugin({ patterns: [{ from: 'assets/sample-*.xlsx', to: 'samples/[name][ext]' }] }),
    ],
  };
}

/** For real Excel on this machine: https with a certificate that Microsoft's tool makes and trusts. */
async function devServer() {
  const { getHttpsServerOptions } = require('office-addin-dev-certs');
  return {
    port: 3000,
    hot: false,
    headers: { 'Access-Control-Allow-Origin': '*' },
    server: { type: 'https', options: await getHttpsServerOptions() },
  };
}

module.exports = async (env, { mode = 'production' } = {}) =>
  env.WEBPACK_SERVE ? { ...addin(mode), devServer: await devServer() } : [addin(mode), workbench(mode)];
