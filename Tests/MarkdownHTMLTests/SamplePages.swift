// Documents with every construct, written as the page templates write them.

let failurePage = """
    Failing request · 2024-06-04 02:17:43.512 UTC · `1f3a9c02-7d41-4b0e-9a35-c2e80d6b51f7`

    # `POST /orders` → **500** Handled error

    > The code caught a payment failure and answered 500 itself. Lambda counted the invocation as a success, so no function metric shows it.
    >
    > The payment provider sent no headers within 2 s, three times in a row. Look at `paylane` between 02:10 and 02:35, then at why three attempts of 2 s are spent while the shopper waits.
    >
    > **Proof** — verdict certain, join exact
    >
    > - L17 — `ERROR order not created: charge failed after 3 attempts` — the function logged the exception it caught
    > - L21 — `REPORT Duration: 6341.22 ms` — no error status: Lambda calls it a success
    > - L23 — `Endpoint response body: {"statusCode":500,…` — the 500 was in the reply the code returned

    ```layers
    Client | fine | sent 412 B | 0 ms
    WAF | not configured | no web ACL | –
    Gateway | fine | body valid | 7 ms
    Authorizer | fine | allowed | 14 ms
    Function | broke 5xx | answered 500, reported success | 6,341 ms
    Response | carried | passed on as it was | at 6,381 ms
    ```

    - **Client got:** 500, 71 B, after 6,381 ms
    - **Function outcome:** success (Lambda), 500 (code)
    - **Duration:** 6,341 ms of 10 s, 63 %
    - **Memory:** 141 of 512 MB, 28 %
    - **Start:** warm, 37th call
    - **Version:** `orders-create` v88
    - **Caller:** `[user#7]` okhttp/4.12
    - **Trace:** `1-665e77d7-2c1a…`

    ## Error, caught by the code

    ```stack
    PaymentGatewayError: charge failed after 3 attempts
    F1 own PaymentClient.charge | src/payments/client.js:88:13
    F2 lib process.processTicksAndRejections | node:internal/process/task_queues:95
    F3 own createOrder | src/orders/create.js:47:20
    F4 own handler | src/handlers/create-order.js:23:18
    F5 lib runRequest | node_modules/@middy/core/index.js:145
    F6 lib runMiddlewares | node_modules/@middy/core/index.js:120
    F7 lib httpJsonBodyParser | node_modules/@middy/http-json-body-parser/index.js:20
    F8 lib Runtime.handleOnce | node:internal/runtime:31
    F9 lib Runtime.run | node:internal/runtime:12
    caused by
    HeadersTimeoutError: Headers Timeout Error
        UND_ERR_HEADERS_TIMEOUT
    F10 lib Timeout.onParserTimeout | node_modules/undici/lib/client.js:1048
    F11 lib listOnTimeout | node:internal/timers:569
    F12 lib process.processTimers | node:internal/timers:512
    F13 lib Client.run | node_modules/undici/lib/client.js:12
    F14 lib Client.start | node_modules/undici/lib/client.js:9
    ```

    ### Raw stack trace, complete, 2 lines

    ```text
    PaymentGatewayError: charge failed after 3 attempts
        at PaymentClient.charge (src/payments/client.js:88:13)
    ```

    ## Group

    **`PaymentGatewayError: charge failed after ‹n› attempts`**

    ![121 failures, most between 02:10 and 02:35](spark:0,0,1,9,3,0,0)

    - **State:** **Back** last seen 22 May
    - **Tonight:** 121, 9.1 % of failures
    - **First, last:** 02:10:07, 02:34:52

    [← Previous](a.html) · 38 of 121 · [Next →](b.html) · [First](c.html)

    ## Timeline

    ![The function was silent three times for two seconds each.](charts/timeline.svg)

    Milliseconds since the gateway received the request. Limits not reached: function 10 s, gateway 29 s.

    ### The numbers behind this chart

    | Part | Start ms | Length ms |
    | --- | --: | --: |
    | Gateway | 0 | 6,360 |
    | Authorizer | 3 | 14 |

    ## Log of this request

    24 lines from three log groups in time order.

    ```log
    L1 | 02:17:43.512 |  | gateway |  | Starting execution for request: 1f3a9c02-7d41-4b0e-9a35-c2e80d6b51f7
    L2 | 02:17:43.513 | +1 ms | gateway |  | HTTP Method: POST, Resource Path: /orders
    L3 | 02:17:43.514 | +1 ms | gateway |  | Request body matches model OrderCreate v14
    L5 | 02:17:43.517 | +2 ms | authorizer |  | START RequestId: 40c7… Version: 12
    L6 | 02:17:43.527 | +10 ms | authorizer | INFO | session valid principal=[user#7] scopes=orders:write ttl=300
    L9 | 02:17:43.543 | +12 ms | function |  | START RequestId: 9b6f04e1-22c8-4c55-8d0f-6a1f7be3c944 Version: 88
    L10 | 02:17:43.547 | +4 ms | function | INFO | create order items=3 currency=EUR total=84.50 cart=[id#2]
    L13 | 02:17:45.562 | +2.002 s | function | WARN | charge attempt 1 failed: Headers Timeout Error code=UND_ERR_HEADERS_TIMEOUT
    ... | 3 lines left out | 1f3a9c02.txt
    L17 proof 1 | 02:17:49.868 | +2.002 s | function | ERROR | order not created: charge failed after 3 attempts errorType=PaymentGatewayError
        {
          "statusCode": 500
        }
    L18 | 02:17:49.880 | +12 ms | function | INFO | stock released
    L21 proof 2 | 02:17:49.884 | +0 ms | function |  | REPORT RequestId: 9b6f Duration: 6341.22 ms Billed: 6342 ms Memory: 512 MB Max used: 141 MB
    L23 proof 3 | 02:17:49.892 | +1 ms | gateway |  | Endpoint response body: {"statusCode":500,"body":"{\\"code\\":\\"PAYMENT_UNAVAILABLE\\"}"}
    L24 | 02:17:49.893 | +1 ms | gateway |  | Method completed with status: 500
    ```

    All 24 lines shown. [Plain text](1f3a9c02.txt)

    ## Request and response

    - **Method, route:** `POST /orders`
    - **Raw path:** `/prod/orders`
    - **Sizes:** 412 B in, 71 B out

    ## Function

    - **Function:** [`orders-create:live`](../functions/orders-create.html) v88, nodejs20.x
    - **Memory:** 141 of 512 MB ![28 %](bar:0.28)

    ## Around it

    | Time, UTC | Client got | Broke at | Verdict | Why it is here | Client ms | Request |
    | --- | --- | --- | --- | --- | --: | --- |
    | [02:17:36.081](a.html) | 500 | ![Function](fault:function-5) Function | handled error | same container, call 36 | 6,369 | `e2d90b17` |
    | [02:17:41.330](b.html) | 400 | ![Gateway](fault:gateway-4) Gateway | validation | same endpoint | 29 | `90b1cc4f` |
    | **02:17:43.512** | 500 | ![Function](fault:function-5) Function | **handled error** | this request | 6,381 | `1f3a9c02` |
    | 02:17:44.102 | 201 | | ok | same endpoint, other provider | 131 | `3b7750d8` |

    ## Get it again

    ```sh
    aws logs filter-log-events --region eu-west-1 \\
      --log-group-name /aws/lambda/orders-create \\
      --start-time 1717467463000 --end-time 1717467471000
    ```

    [Console: function stream](https://console.example.com/)

    ## Provenance

    - **Joined by:** integration request id, rank 1 of 6, exact
    - **Access log:** `orders-api-access.json.gz` line 41,882

    ## Raw records

    ### Raw access-log row

    ```json
    {"requestId":"1f3a9c02","status":500,"identity":{"ip":"[ip#93]","tags":[]},"list":[1,2]}
    ```
    """

let overviewPage = """
    orders-api · prod · eu-west-1 · 2024-06-03 22:00 to 2024-06-04 06:00 UTC · **Bad night** 5xx rate 0.42 %, limit 0.10 %

    # Clients saw 1,327 errors. Functions reported 166.

    > Function metrics miss **1,167 of the 1,327** failed requests. Worst was `POST /orders`, 01:50 to 02:50.
    >
    > **Against 2 June**
    >
    > - 3 **New**
    > - 1 **Back**
    > - 1 **Worse**
    > - 1 **Gone**
    >
    > Nothing is sampled: 1,327 failing requests, 1,327 pages.

    > **Coverage.** The log group of `orders-create` ends at 04:12. Function outcomes after that time are not known.

    - **Requests:** 98,310 — 91,204 simple requests — ▲ 3.1 % on 2 June
    - **Client errors:** 1,327 — 1.35 % of requests — ▲ 0.61 pts on 2 June
    - **Function errors:** 166 — 0.18 % of invocations — ▲ 0.09 pts on 2 June
    - **Not in function metrics:** 1,167 — 87.9 % of client errors — ▲ 9.2 pts on 2 June
    - **p95 latency:** 412 ms — p50 49 ms, p99 2,870 ms — ▲ 38 ms on 2 June
    - **Requests joined:** 99.6 % — 97,949 of 98,310 — 361 left over

    ## Errors through the night

    ![Clients saw 1,327 errors](charts/errors.svg)

    Errors per five minutes, one scale for both halves.

    - **A** 00:20–00:45 [database lock](#x): 46 timeouts
    - **B** 01:50–02:50 [schema v14](#y): 231 × 400
    - **C** 02:10–02:35 payment provider silent: 121 × 500

    ## What changed

    | State | Group | Count |
    | --- | --- | --: |
    | **New** | [`body should have currency`](a.html) — POST /orders, validation | 231 — +231 |
    | **Back** | `PaymentGatewayError` — POST /orders | 121 |
    | **Gone** | `ConditionCheckFailed` — PUT /orders/{id} | 0 |

    ## Client outcome against function outcome

    Every request of the night is in one cell.

    | | Function succeeded | Function failed | Function never ran |
    | --- | --: | --: | --: |
    | Client got an answer | [92,765](a) — 94.4 % | [6](b) — invisible to clients | [4,212](c) — preflight and mocks |
    | Client got an error | [448](d) — 205 answered 4xx — 139 handled errors — 104 spoilt on the way out | [160](e) — 74 crashes | [719](f) — 391 gateway |
    | No client — queues, schedules | 1,201 | 3 | not possible |

    ## Error groups

    | Broke at | Client | Group | State | Tonight | Count | Share of failures |
    | --- | --- | --- | --- | --- | --: | --: |
    | ![Gateway](fault:gateway-4) — Gateway | 400 | [`body should have required property ‹name›`](a.html) — validation · `POST /orders` · 01:50–02:49 | **New** | ![peak](spark:1,9,2) | 231 | ![17.4 %](bar:1) 17.4 % |
    | ![Function](fault:function-5) — Function | 500 | `PaymentGatewayError: charge failed after ‹n› attempts` — handled error | **Back** | ![peak](spark:1,9,2) | 121 | ![9.1 %](bar:0.52) 9.1 % |

    [All 23 groups](groups.html), 483 more failures.

    ## Endpoints

    | Endpoint | Calls | Failures | Rate | ± pts | 4xx | 5xx | Fn errors | p50 ms | p95 ms | p99 ms |
    | --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |
    | [`POST /orders`](a) | 6,412 | 486 | 7.58 % | +6.1 | 333 | 153 | 18 | 118 | 402 | 6,390 |
    | no route matched | 99 | 99 | 100.00 % | 0.0 | 99 | 0 | 0 | – | – | – |
    | **All endpoints** | 98,310 | 1,327 | 1.35 % | +0.61 | 915 | 412 | 166 | 49 | 412 | 2,870 |

    ## Near misses

    **None.** No call used over 90 % of its timeout or memory, and no gateway wait passed 80 % of 29 s.

    ## Coverage

    - **Log groups:** 14 of 14 expected
    - **Joined:** 97,949 of 98,310 requests, 99.6 %
    """

let kitPage = """
    Component sheet · not a page of the product

    # Parts and states

    ## Layer strip, by verdict

    ### Validation, 400

    ```layers
    Client | fine | sent 398 B | 0 ms
    WAF | not configured | no web ACL | –
    Gateway | broke 4xx | body lacks currency | 9 ms
    Authorizer | not reached | not reached | –
    Function | not reached | not reached | –
    Response | carried | 400 by the gateway | at 31 ms
    ```

    ### Unknown

    ```layers
    Client | fine | sent 0 B | 0 ms
    WAF | no log | no log | ?
    Gateway | no log | no log | ?
    Authorizer | no log | no log | ?
    Function | no log | no invocation found | ?
    Response | broke 5xx | 500, cause unknown | at 12 ms
    ```

    ## Badges

    `200` `304` `404` `502` and **New** **Back** **Worse** **Gone** **Known** **Bad night** **Watch** **Ok**

    > **Note.** Known issue until 30 June, owner payments.

    ## Cause table

    | Client got | Total | Verdict | Count |
    | --- | --: | --- | --: |
    | 500 | 160 | handled error | 121 |
    | | | crash | 39 |
    | 400 | 231 | validation | 231 |
    """
