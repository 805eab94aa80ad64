// Ruby: documents of the runtime and messages of the interpreter, of loading, of libraries and of code that logs.

import StackTraces
import Testing

let rubyMessageTraces: [Trace] = [
    Trace(
        "a document of a critical error",
        """
        Critical exception from handler
        {
          "errorMessage": "undefined local variable or method 'ordr' for main:Object",
          "errorType": "Function<NameError>",
          "stackTrace": [
            "/var/task/app.rb:7:in `block in handler'",
            "/var/task/app.rb:6:in `each'",
            "/var/task/app.rb:6:in `handler'"
          ]
        }
        """,
        """
        NameError: undefined local variable or method 'ordr' for main:Object
        * block in handler /var/task/app.rb:7
        * each /var/task/app.rb:6
        * handler /var/task/app.rb:6
        """),
    Trace(
        "a document of the runtime itself",
        #"{"errorMessage":"Failed to serialize","errorType":"Runtime<JSON::GeneratorError>","stackTrace":["/var/runtime/lib/lambda_handler.rb:40:in `generate'"]}"#,
        """
        JSON::GeneratorError: Failed to serialize
        - generate /var/runtime/lib/lambda_handler.rb:40
        """),
    Trace(
        "an init that could not load",
        """
        Init error when loading handler app.handler
        {
          "errorMessage": "cannot load such file -- pg",
          "errorType": "Init<LoadError>",
          "stackTrace": [
            "/var/lang/lib/ruby/3.3.0/rubygems/core_ext/kernel_require.rb:136:in `require'",
            "/var/task/app.rb:1:in `<top (required)>'"
          ]
        }
        """,
        """
        LoadError: cannot load such file -- pg
        - require /var/lang/lib/ruby/3.3.0/rubygems/core_ext/kernel_require.rb:136
        * <top (required)> /var/task/app.rb:1
        """),
    Trace(
        "a method of a class, of a module, and of none",
        """
        /var/task/lib/price.rb:12:in 'Shop::Price.each': divided by 0 (ZeroDivisionError)
        \tfrom /var/task/lib/basket.rb:30:in 'Shop::Basket#total'
        \tfrom /var/task/app.rb:5:in 'block in Object#handler'
        \tfrom <internal:array>:42:in 'Array#each'
        """,
        """
        ZeroDivisionError: divided by 0
        * Shop::Price.each /var/task/lib/price.rb:12
        * Shop::Basket#total /var/task/lib/basket.rb:30
        * block in Object#handler /var/task/app.rb:5
        - Array#each <internal:array>:42
        """),
    Trace(
        "a message with brackets in it",
        """
        /var/task/app.rb:4:in `handler': no order (id 17) (Shop::OrderError)
        \tfrom /var/task/app.rb:9:in `<main>'
        """,
        """
        Shop::OrderError: no order (id 17)
        * handler /var/task/app.rb:4
        * <main> /var/task/app.rb:9
        """),
    Trace(
        "a layer's library above the code",
        """
        Aws::DynamoDB::Errors::ConditionalCheckFailedException: The conditional request failed
        /opt/ruby/gems/3.2.0/gems/aws-sdk-core-3.190.0/lib/seahorse/client/plugins/raise_response_errors.rb:17:in `call'
        /var/task/store.rb:21:in `save'
        """,
        """
        Aws::DynamoDB::Errors::ConditionalCheckFailedException: The conditional request failed
        - call /opt/ruby/gems/3.2.0/gems/aws-sdk-core-3.190.0/lib/seahorse/client/plugins/raise_response_errors.rb:17
        * save /var/task/store.rb:21
        """),
    Trace(
        "memory that ran out",
        """
        /var/task/app.rb:3:in `*': failed to allocate memory (NoMemoryError)
        \tfrom /var/task/app.rb:3:in `handler'
        """,
        """
        NoMemoryError: failed to allocate memory
        * * /var/task/app.rb:3
        * handler /var/task/app.rb:3
        """),
    Trace(
        "a rescue and an ensure",
        """
        /var/task/app.rb:8:in `rescue in handler': could not save (Shop::SaveError)
        \tfrom /var/task/app.rb:5:in `handler'
        /var/task/store.rb:2:in `save': connection refused (Errno::ECONNREFUSED)
        \tfrom /var/task/app.rb:6:in `handler'
        """,
        """
        Shop::SaveError: could not save
        * rescue in handler /var/task/app.rb:8
        * handler /var/task/app.rb:5
          Errno::ECONNREFUSED: connection refused
          * save /var/task/store.rb:2
          * handler /var/task/app.rb:6
        """),
]

@Test(arguments: rubyMessageTraces)
func `a message of Ruby is read`(trace: Trace) { check(trace, .ruby) }
