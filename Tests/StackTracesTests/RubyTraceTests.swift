// Ruby: the Lambda runtime's documents and Ruby's own messages.

import StackTraces
import Testing

let rubyTraces: [Trace] = [
    Trace(
        "a document",
        """
        Error raised from handler method
        {
          "errorMessage": "stock gone",
          "errorType": "Function<RuntimeError>",
          "stackTrace": [
            "/var/task/repo.rb:9:in `find'",
            "/var/task/app.rb:4:in `handler'",
            "/var/runtime/lib/lambda_handler.rb:28:in `call_handler'"
          ]
        }
        """,
        """
        RuntimeError: stock gone
        * find /var/task/repo.rb:9
        * handler /var/task/app.rb:4
        - call_handler /var/runtime/lib/lambda_handler.rb:28
        """),
    Trace(
        "a document with the quoting of Ruby 3 4",
        """
        {
          "errorMessage": "undefined method 'id' for nil",
          "errorType": "Function<NoMethodError>",
          "stackTrace": ["/var/task/app.rb:4:in 'Object#handler'"]
        }
        """,
        """
        NoMethodError: undefined method 'id' for nil
        * Object#handler /var/task/app.rb:4
        """),
    Trace(
        "an error of init, without frames",
        #"{"errorMessage":"cannot load such file -- x","errorType":"Init<LoadError>","stackTrace":[]}"#,
        "LoadError: cannot load such file -- x"),
    Trace(
        "a document that was cut",
        #"{"errorMessage":"stock gone","errorType":"Function<RuntimeError>","stackTrace":["/var/task/app.rb:4:in `handler'","/var/ta"#,
        """
        RuntimeError: stock gone
        * handler /var/task/app.rb:4
        """),
    Trace(
        "Ruby's own message",
        """
        /var/task/app.rb:4:in `handler': stock gone (RuntimeError)
        \tfrom /var/task/app.rb:9:in `block in run'
        \tfrom /var/lang/lib/ruby/gems/3.2.0/gems/rack-2.2/lib/rack.rb:1:in `call'
        """,
        """
        RuntimeError: stock gone
        * handler /var/task/app.rb:4
        * block in run /var/task/app.rb:9
        - call /var/lang/lib/ruby/gems/3.2.0/gems/rack-2.2/lib/rack.rb:1
        """),
    Trace(
        "a cause",
        """
        /var/task/app.rb:4:in 'Object#handler': outer (OrderError)
        \tfrom /var/task/app.rb:9:in 'Object#run'
        /var/task/repo.rb:2:in 'Repo#find': key not found: :id (KeyError)
        \tfrom /var/task/app.rb:3:in 'Object#handler'
        """,
        """
        OrderError: outer
        * Object#handler /var/task/app.rb:4
        * Object#run /var/task/app.rb:9
          KeyError: key not found: :id
          * Repo#find /var/task/repo.rb:2
          * Object#handler /var/task/app.rb:3
        """),
    Trace(
        "what a logger prints of an exception",
        """
        E, [2026-03-12T09:14:05.123456 #8] ERROR 6f1b2c3d-1111-4222-8333-444455556666 -- : stock gone (OrderError)
        /var/task/app.rb:4:in `handler'
        <internal:kernel>:187:in `loop'
        """,
        """
        OrderError: E, [2026-03-12T09:14:05.123456 #8] ERROR 6f1b2c3d-1111-4222-8333-444455556666 -- : stock gone
        * handler /var/task/app.rb:4
        - loop <internal:kernel>:187
        """),
    Trace(
        "a class and a message above the backtrace",
        """
        ActiveRecord::RecordNotFound: no such order
        /var/task/vendor/bundle/ruby/3.2.0/gems/activerecord/core.rb:1:in `find'
        /var/task/app.rb:4:in `handler'
        """,
        """
        ActiveRecord::RecordNotFound: no such order
        - find /var/task/vendor/bundle/ruby/3.2.0/gems/activerecord/core.rb:1
        * handler /var/task/app.rb:4
        """),
]

@Test(arguments: rubyTraces)
func `an error of Ruby is read`(trace: Trace) { check(trace, .ruby) }

@Test func `the frames of a Ruby record`() {
    let error = parseError(
        type: "Function<KeyError>", message: "x", stack: "/var/task/app.rb:4:in `handler'\n/var/task/b.rb:5:in `b'")
    #expect(written(error) == "KeyError: x\n* handler /var/task/app.rb:4\n* b /var/task/b.rb:5")
    #expect(error.runtime == .ruby)
}
