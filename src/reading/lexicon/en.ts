import type { PatternList, WordList } from './types';

/** English headers in full, also the column names of databases; keys without spaces, dots and underlines. */
export const ENGLISH_WORDS: WordList = [
  [
    ['sequence'],
    'no # sn s/n seq seqno sequence rowid row rowno line lineno lineitem item# itemno serialno srno slno index id visitid recordid rownumber linenumber number',
  ],
  [
    ['date'],
    'reportedat reportedon datereported reporteddate date datetime visitdate visittime visitedon dateofvisit orderdate ordertime orderedon dateordered saledate salesdate solddate datesold transactiondate transdate txndate invoicedate purchasedate bookingdate calldate meetingdate contactdate activitydate entrydate createdate createdon timestamp dateofsale billdate billingdate postingdate day/date orderplaced dateplaced when businessdate docdate documentdate',
  ],
  [
    ['month'],
    'month billingmonth billmonth yearmonth monthyear accountingmonth salesmonth reportingmonth period/month mon monthofyear',
  ],
  [
    ['period'],
    'period quarter week year fiscalyear fy fiscalquarter weekno weeknumber season fiscalperiod reportingperiod half qtr yr',
  ],
  [
    ['customer'],
    'shipto soldto billto customer customername client clientname account accountname company companyname custname cust buyer buyername shop shopname store storename retailer retailername outlet outletname merchant merchantname organization organisation businessname partyname billto soldto customerfullname dealer dealername distributor enterprise firm corporatecustomer clientcompany customer/company company/client retailoutlet nameofcustomer policyholder accountholder',
  ],
  [['person', 'customer', 'contact'], 'name fullname'],
  [
    ['customer_id'],
    'customerid customerno customernumber custid custno customercode clientid clientno clientcode accountid accountno accountnumber account# customer# visitcustid buyerid memberid membershipno storeid shopid outletid outletcode retailerid retailercode licenseno licenceno merchantid custcode accountcode companyid acctno acct userid subscriberno msisdn',
  ],
  [
    ['contact'],
    'contact contactname contactperson contactedperson interviewee visitinterviewee personvisited personmet metwith spokewith attention attn keycontact decisionmaker contact/title mainpointofcontact primarycontact poc pointofcontact clientcontact customercontact recipient',
  ],
  [
    ['phone'],
    'phone phoneno phonenumber telephone tel telno mobile mobileno mobilenumber cell cellphone contactno contactnumber contactphone landline phone# customerphone contacttel hp',
  ],
  [
    ['address'],
    'address addr visitaddr visitaddress streetaddress location shippingaddress billingaddress customeraddress deliveryaddress shipaddress fulladdress installationaddress siteaddress siteaddr street storeaddress',
  ],
  [
    ['person'],
    'salesperson salesrep salesrepname representative rep repname accountmanager customermanager clientmanager relationshipmanager rm am salesman saleswoman seller salesagent agent agentname visitor visitedby visituserid visituser salesexecutive accountexecutive ae salesname salesmanager employee employeename staff staffname accountowner teammember advisor adviser consultant broker brokername accountrep opportunityowner dealowner leadowner handledby soldby salespeople salesperson/rep csm customersuccessmanager fieldrep territorymanager bankers banker salesofficer loanofficer areamanager regionalmanager regionmanager staffmember bdm bdexecutive orderedby',
  ],
  [['person', 'owner'], 'manager managedby incharge pic personincharge lead'],
  [
    ['owner'],
    'owner actionowner responsible responsibleperson assignee assignedto assigned actionby issueowner taskowner followupowner accountableperson dri',
  ],
  [
    ['team'],
    'team department dept group division branch office unitname salesteam businessunit bu teamname branchname section salesoffice branchoffice squad',
  ],
  [
    ['region'],
    'region area territory state province city district zone country county salesregion market location/region town state/province salesarea regionname route beat regions',
  ],
  [
    ['class'],
    'class grade tier level rank rating customerclass customertier customergrade customerlevel accounttier abcclass abc priorityclass vip customerrating accountclass storeclass outletclass classification customerclassification grading',
  ],
  [['class', 'segment'], 'customertype clienttype accounttype'],
  [
    ['industry'],
    'industry sector vertical industrytype lineofbusiness industryname businesstype natureofbusiness industrysector',
  ],
  [
    ['segment'],
    'segment customersegment marketsegment customergroup subsegment segmentname customercategory',
  ],
  [
    ['purpose'],
    'purpose purposeofvisit visitpurpose reason reasonforvisit objective visitobjective subject topic agenda visittype visitreason callobjective callpurpose meetingpurpose',
  ],
  [
    ['content'],
    'content details detail visitdetail visitdetails discussion summary needs need requirements requirement feedback customerfeedback customerneeds issue issues description visitsummary discussionpoints visitnotes meetingnotes keypoints complaint request customerrequest opinion minutes pointsdiscussed painpoints concerns concern visitreport callnotes callsummary discussionnotes discussionsummary problem',
  ],
  [
    ['result'],
    'result results outcome visitresult visitoutcome conclusion resolution response solution actiontaken calloutcome meetingoutcome actionstaken',
  ],
  [
    ['next_step'],
    'nextstep nextsteps nextaction nextactions followup followupaction followupactions actionitem actionitems openitem openitems outstandingitem outstandingitems actionplan followups action todo nextplan plannedaction follow-up followupplan followupsteps furtheraction',
  ],
  [
    ['next_date'],
    'nextdate nextvisit nextvisitdate nextvisittime visitnexttime nextcontact nextcontactdate nextcall nextcalldate followupdate nextfollowup nextfollowupdate nextmeeting nextmeetingdate nextappointment followupon nextactiondate nextvisiton',
  ],
  [
    ['channel'],
    'channel saleschannel method visitmethod contactmethod mode source leadsource visitmode modeofcontact ordermethod orderchannel contactchannel website saleschannels mediumofcontact contacttype visitchannel orderedvia acquisitionchannel',
  ],
  [
    ['due_date'],
    'duedate deadline due targetdate expectedclosedate expecteddate requireddate promisedate promiseddate dueon closedateexpected expectedclose expectedcompletion expectedcompletiondate paymentduedate requiredby requiredbydate dueby plannedcompletion targetcompletiondate targetcompletion eta expirydate',
  ],
  [
    ['done_date'],
    'donedate completiondate completeddate completedon dateclosed closeddate closedon closedate resolveddate resolvedon datecompleted finishdate finisheddate completed_on actualcompletiondate actualcompletion dateresolved deliverydate delivereddate deliveredon shipdate shippeddate shippingdate actualclosedate fulfilleddate doneon restoredat restoredon restoreddate solvedat solvedon resolvedat completedat fixedat fixedon',
  ],
  [
    ['status'],
    'status stage progress state/status currentstatus orderstatus dealstage phase pipelinestage salesstage currentstage opportunitystage orderstage accountstatus projectstatus taskstatus issuestatus casestatus followupstatus visitstatus orderstate',
  ],
  [
    ['order_id'],
    'orderid orderno ordernumber order# invoiceno invoice# invoicenumber invoiceid transactionid transactionno po pono po# ponumber salesorder salesorderno so# sono receiptno ticketno dealid opportunityid invoice order referenceno refno reference ref orderref ordercode purchaseorder purchaseorderno txnid txnno docno documentno jobno orderreference policyno policynumber bookingno bookingid billno caseno caseid ticketid voucherno',
  ],
  [
    ['contract_id'],
    'contractid contractno contractnumber contract# agreementno agreementid contractref agreementnumber contractcode',
  ],
  [
    ['product'],
    'product productname item itemname itemtype service servicename plan planname package sku description/product brand goods merchandise model productdescription itemdescription productsku course coursename products services product/service item/service solution offering material stockitem variety policytype fundname fund security subproduct',
  ],
  [
    ['category'],
    'category producttype productcategory type itemcategory subcategory productgroup productline kind ordertype expensecategory expenseaccount expensetype promotion issuetype servicetype productfamily itemgroup casetype categoryname family',
  ],
  [
    ['quantity'],
    'quantity qty units unitssold volume count pieces pcs numberofunits noofunits numberofrolls orderqty orderquantity qtysold quantitysold soldqty unitsordered quantityordered qtyordered cartons cases lines salesvolume cups boxes licenses seats noofitems numberofitems',
  ],
  [
    ['unit_price'],
    'unitprice price priceperunit rate/unit retailprice listprice sellingprice saleprice unitcost/price pricepereach priceeach wholesaleprice monthlyfee monthlyrent mrc monthlyrental pricelist unitsellingprice priceperroll standardprice',
  ],
  [
    ['amount'],
    'amount totalamount total subtotal ordertotal ordervalue orderamount contractvalue contractamount dealsize dealvalue saleamount invoiceamount invoicetotal value totalprice grandtotal linetotal totalvalue extendedprice ext extprice netamount grossamount transactionamount amt totalamt premium salesvalue invoicevalue orderamt netvalue totalcontractvalue tcv acv dealamount opportunityamount expectedvalue expectedamount bookings salevalue',
  ],
  [['amount', 'revenue'], 'sales salesamount salestotal totalsales netsales grosssales turnover'],
  [
    ['revenue'],
    'revenue monthlyrevenue totalrevenue netrevenue grossrevenue billing billedamount billedrevenue mrr arr monthlyincome salesrevenue billings revenueamount servicerevenue billedrev rev feeincome income currentrevenue recurringrevenue monthlyrecurringrevenue actualrevenue',
  ],
  [
    ['discount'],
    'discount discountrate discount% discountpercent discountpct disc disc% discountamount rebate discountpercentage',
  ],
  [
    ['cost'],
    'cost costs cogs expense expenses totalcost unitcost costprice costofgoodssold costofsales expenseamount costamount shippingcost spend',
  ],
  [['profit'], 'profit grossprofit netprofit margin grossmargin profitamount gp earnings marginamount'],
  [
    ['stage_lead_date'],
    'leaddate leadcreated enquirydate inquirydate leadreceived leadcreateddate opportunitydate datelead',
  ],
  [
    ['stage_proposal_date'],
    'proposaldate quotedate quotationdate proposalsent proposalsenton quotesent dateproposed offerdate proposalsubmitted proposaldatesent datequoted quotesentdate',
  ],
  [
    ['stage_contract_date'],
    'contractdate signdate signeddate datesigned contractsigned signedon contractsigneddate agreementdate signingdate contractsignedon',
  ],
  [['stage_accepted_date'], 'accepteddate acceptancedate orderaccepted dateaccepted acceptedon'],
  [
    ['stage_installed_date'],
    'installdate installationdate installeddate activationdate activateddate golivedate installedon activatedon livedate provisioneddate completioninstalldate goliveon dateinstalled',
  ],
  [['paid', 'purchased'], 'received'],
  [
    ['paid'],
    'paid amountpaid paidamount amountreceived collected cashreceived payment paymentreceived paymentamount paidtodate collections collectedamount totalpaid payments receipts',
  ],
  [
    ['balance'],
    'balance outstanding amountdue balancedue receivable outstandingamount unpaid arrears owed amountowing outstandingbalance dueamount openbalance accountsreceivable ar overdueamount',
  ],
  [
    ['target'],
    'target quota goal plan/target salestarget budget monthlytarget annualtarget targetamount targetsales targetqty plannedvisits visitstarget monthlyquota planned salesquota targetrevenue revenuetarget goalamount',
  ],
  [
    ['actual'],
    'actual actualsales actualamount achieved achievement actualvisits actualqty attained ytdactual actuals realized actualachieved achievedamount attainedamount',
  ],
  [
    ['rate'],
    'attainment achievementrate completionrate %achieved %attainment achievedpct attainmentpct %oftarget %ofquota completion% completionpct attainment% achievement% quotaattainment targetattainment %complete %toquota',
  ],
  [
    ['subscribers_open'],
    'openingsubscribers subscribersopen openingsubs subsopen opensubscribers beginningsubscribers startingsubscribers subscribersopening bop bopsubs subscribersstart openingbase usersopening openingusers',
  ],
  [
    ['subscribers_close'],
    'closingsubscribers subscribersclose closingsubs subsclose closesubscribers endingsubscribers subscribers subscribersclosing eop eopsubs totalsubscribers subscribersend closingbase usersclosing closingusers activesubscribers subs',
  ],
  [['arpu'], 'arpu averagerevenueperuser blendedarpu'],
  [['base_pay'], 'basepay basesalary base basicsalary basicpay fixedpay basewage fixedsalary'],
  [
    ['commission_rate'],
    'commissionrate commission% commissionpct commrate rate% commissionpercent comm% commissionpercentage',
  ],
  [
    ['commission'],
    'commission commissionamount comm commissionearned commissiondue commissions commissionpayable totalcommission incentive commearned commissionpaid',
  ],
  [
    ['pay'],
    'pay totalpay salary grosspay netpay wage wages payout totalcompensation totalearnings takehomepay totalsalary payable grosssalary netsalary',
  ],
  [['prepaid_balance'], 'prepaidbalance accountbalance creditbalance prepaid prepaidcredit'],
  [
    ['contract_end'],
    'contractend contractenddate contractexpiry contractexpirydate expirydateofcontract contractexpires renewaldate agreementend leaseend contractexpiration contractexpirationdate enddateofcontract agreementexpiry termend termenddate handsetcontractend',
  ],
  [
    ['subsidy_end'],
    'subsidyend subsidyenddate subsidyexpiry promotionend promoend discountend promoenddate subsidyexpirydate promotionenddate',
  ],
  [
    ['last_use'],
    'lastuse lastused lastuseddate lastactivity lastactivitydate lastcall lastlogin lastusedate lastusage lastactive lastpurchasedate',
  ],
  [
    ['opening_stock'],
    'openingstock openingbalanceqty beginningstock openinginventory beginninginventory startingstock openingqty opening beginstock',
  ],
  [
    ['purchased'],
    'purchased purchases stockin receivedqty qtyreceived qtyin in/stock purchaseqty inbound qtypurchased goodsreceived inqty',
  ],
  [['sold'], 'sold stockout qtyout issued issuedqty outbound outqty goodsissued'],
  [
    ['closing_stock'],
    'closingstock stock stockonhand onhand inventory endinginventory closinginventory stockqty currentstock qtyonhand endingstock balanceqty closing closingqty instock stocklevel soh',
  ],
  [
    ['note'],
    'note notes remark remarks comment comments memo ordernotes othernotes otherremarks additionalnotes noteremark notesremarks',
  ],
];

export const ENGLISH_NONE =
  'gender sex age education dob birthday dateofbirth height weight email e-mail emailaddress fax zip zipcode postalcode postcode website/url url tax vat taxamount taxrate gst shippingmode shipmode shipmethod trackingno trackingnumber carrier shippingcompany freight shipping paymentmethod paymentterms paymentmode currency exchangerate growth growthrate percentgrowth growth% yoy mom change variance difference gap var var% share % percent percentage ranking score points rank# ' +
  'lastyear previousmonth lastmonth priormonth prioryear previousyear ytd lastyearsales ly py probability winprobability win% likelihood confidence active isactive enabled returned unitsfrom unitsto from to min max average avg median totalunits# churn netadds grossadds newsubscribers disconnects signature approvedby approver checkedby reviewedby attachment attachments photo picture supplier suppliername vendor vendorname manufacturer competitor competitors title jobtitle position role employeeid empid empno employeeno staffid repid salesrepid hiredate joindate ' +
  'priority urgency day weekday hours duration days dayslate daysopen age/days size employees numberofemployees headcount warehouse bin barcode color colour uom unitofmeasure unit starttime endtime starttimes startdate begindate effectivedate deductions deduction bonus allowance checkin checkout leave absent present late overtime latitude longitude distance mileage password username margin% grossmargin% profitmargin churnrate conversionrate roi weight% visits noofvisits numberofvisits frequency visitfrequency daysoverdue contractstart contractstartdate contractterm term salesgrowth quotagap shortfall reorderlevel reorderpoint reorderqty minlevel maxlevel minstock maxstock safetystock servicelevel';

/** English headers by what they are made of. Tried in order after the whole words. */
export const ENGLISH_PATTERNS: PatternList = [
  [
    ['none'],
    /^(is|has|can)(?=[a-z])|growth|yoy|variance|ranking|percentof|^prev|^prior|^lastyear|lastmonth/,
    0.7,
  ],
  [
    ['none'],
    /(email|fax|zip|postal|tax|vat|gst|tracking|carrier|supplier|vendor|competitor|manufacturer|warehouse)/,
    0.8,
  ],
  [['next_date'], /^next.*(date|time|on|visit|call|meeting)$/, 0.9],
  [['next_step'], /^(next|followup|follow).*(step|action|plan|task|activit)/, 0.88],
  [['contract_end'], /(contract|agreement|lease|term|policy|subscription).*(end|expir|renewal|until)/, 0.88],
  [['subsidy_end'], /(subsidy|promo|promotion|discount).*(end|expir|until)/, 0.86],
  [['last_use'], /^last(use|used|active|activity|login|call|usage)/, 0.86],
  [['none'], /^last.*(date|visit|contact|order|call)$/, 0.8],
  [
    ['due_date'],
    /(due|deadline|required|expected|promised|planned|target|estimated).*(date|by|on|time|completion|delivery)?$/,
    0.6,
  ],
  [['stage_proposal_date'], /(proposal|quot|offer).*(date|sent|on)$/, 0.85],
  [['stage_contract_date'], /(sign|contract|agreement).*(date|on)$/, 0.84],
  [['stage_installed_date'], /(install|activat|golive|provision|commission).*(date|on)$/, 0.85],
  [['done_date'], /(complet|resolv|clos|finish|deliver|ship|fulfil).*(date|on|at)$/, 0.82],
  [
    ['none'],
    /(birth|hire|join|start|effective|print|update|modif|approv|return|refund|cancel).*(date|on|at)$/,
    0.8,
  ],
  [
    ['date', 'none'],
    /(payment|paid|registration|registered|opened|created|joined|entry).*(date|on|at)$/,
    0.55,
  ],
  [
    ['date'],
    /(visit|order|sale|sold|transaction|invoice|purchase|call|meeting|contact|booking|activity).*(date|time|day)$|^dateof(visit|order|sale|purchase|call|invoice)/,
    0.9,
  ],
  [['date', 'none'], /(date|datetime|timestamp)$/, 0.45],
  [['phone'], /(phone|mobile|telephone|tel|cell)(no|number)?$/, 0.9],
  [['address'], /(address|addr)$/, 0.88],
  [['commission_rate'], /comm(ission)?.*(rate|%|pct|percent|percentage)$/, 0.9],
  [['commission'], /comm(ission|issions)(amount|earned|due|payable|total)?$/, 0.85],
  [['rate'], /(attainment|achievement|completion)(rate|%|pct|percent|ratio)?$/, 0.84],
  [['unit_price'], /(unitprice|price|priceper[a-z]+)$|^priceper/, 0.85],
  [['none'], /(rate|ratio|pct|percent|percentage|%)$/, 0.75],
  [['contract_id'], /(contract|agreement)(id|no|number|code|ref|#)$/, 0.92],
  [
    ['order_id'],
    /(order|invoice|transaction|sales|receipt|deal|opportunity|ticket|booking|policy|po|case)(id|no|number|code|ref|#)$/,
    0.9,
  ],
  [
    ['customer_id'],
    /(customer|cust|client|account|member|store|shop|outlet|retailer|license|licence|merchant|buyer)(id|no|number|code|#)$/,
    0.9,
  ],
  [['none', 'product'], /(product|item|sku|material)(id|no|number|code|#)$/, 0.8],
  [['none'], /(id|no|number|code|#)$/, 0.5],
  [['owner'], /(owner|assignee|responsible|assignedto|actionby)/, 0.82],
  [
    ['contact'],
    /(contact|interviewee|attendee|recipient)(name|person)?$|^(contact|person)(met|visited)/,
    0.84,
  ],
  [
    ['person'],
    /(salesperson|salesrep|rep|manager|agent|executive|representative|advisor|adviser|seller|salesman|officer|visitor|broker)(name)?$/,
    0.84,
  ],
  [
    ['customer'],
    /(customer|client|company|account|retailer|merchant|buyer|shop|store|outlet|dealer)(name|fullname)?$/,
    0.86,
  ],
  [['product'], /(product|item|service|plan|package|course)(name|title|description|type)?$/, 0.84],
  [['category'], /(category|type|group|kind)$/, 0.65],
  [['class'], /(class|grade|tier|level|rating)$/, 0.8],
  [['segment'], /(segment)$/, 0.84],
  [['industry'], /(industry|sector|vertical)$/, 0.86],
  [['status'], /(status|stage|phase|progress)$/, 0.84],
  [['target'], /(target|quota|goal|budget)$|^(target|quota|planned|budgeted)/, 0.84],
  [['actual'], /^(actual|achieved)/, 0.84],
  [['balance'], /(outstanding|balance|receivable|unpaid|owed|arrears)/, 0.8],
  [['paid'], /(paid|received|collected)(amount|todate)?$/, 0.82],
  [['cost'], /(cost|expense|expenses|spend)$/, 0.82],
  [['profit'], /(profit|margin)$/, 0.82],
  [['discount'], /discount/, 0.84],
  [['revenue'], /(revenue|billing|billings|mrr|turnover)$/, 0.86],
  [['opening_stock'], /^(opening|beginning|starting).*(stock|inventory|qty|balance)$/, 0.88],
  [['closing_stock'], /^(closing|ending|current).*(stock|inventory|qty)$|(onhand|instock)$/, 0.88],
  [['subscribers_open'], /^(opening|beginning|start).*(subs|subscribers|users|base)$/, 0.88],
  [['subscribers_close'], /^(closing|ending|end).*(subs|subscribers|users|base)$/, 0.88],
  [['quantity'], /(quantity|qty|units|volume|pieces)$|^(number|no)of[a-z]+$/, 0.75],
  [['amount', 'revenue'], /sales$/, 0.75],
  [['amount'], /(amount|amt|value|total)$/, 0.78],
  [['channel'], /(channel|source)$/, 0.82],
  [['purpose'], /(purpose|objective|reason)$/, 0.84],
  [['content'], /(details|feedback|discussion|summary|requirements|needs|issue|issues|description)$/, 0.75],
  [['result'], /(result|outcome|resolution)$/, 0.84],
  [['team'], /(team|department|dept|branch|division)(name)?$/, 0.84],
  [['region'], /(region|area|territory|city|province|state|district|zone|country)(name)?$/, 0.84],
  [['note'], /(note|notes|remark|remarks|comment|comments)$/, 0.86],
];
