/** What each template is called and asks; light, since the pane shows it first. */
export const catalog = {
  'monthly-summary': {
    name: 'Monthly summary',
    about:
      'From an order or sales sheet: every month with its change on the month before and the year before, shares, top customers, charts and a few sentences.',
    options: {
      'average-growth': {
        label: 'Average growth',
        values: {
          arithmetic: 'total ÷ periods',
          compound: 'compound',
          mean: 'mean of months',
        },
      },
    },
    companions: {},
  },
};

/** What the families of templates are called. */
export const families = {
  summary: 'Summaries',
  commission: 'Commission',
  visits: 'Visits',
  orders: 'Orders and service',
  customers: 'Customers',
};
