// Java and Kotlin, as printStackTrace and the Lambda runtime print them.

import StackTraces
import Testing

let javaTraces: [Trace] = [
    Trace(
        "uncaught, with the runtime's line before",
        """
        stock gone: com.acme.OrderException
        com.acme.OrderException: stock gone
        \tat com.acme.Handler.handleRequest(Handler.java:28)
        \tat java.base/jdk.internal.reflect.DirectMethodHandleAccessor.invoke(Unknown Source)
        """,
        """
        com.acme.OrderException: stock gone
        * com.acme.Handler.handleRequest Handler.java:28
        - jdk.internal.reflect.DirectMethodHandleAccessor.invoke
        """),
    Trace(
        "a chain, and what was suppressed",
        """
        java.lang.IllegalStateException: outer
        \tat com.acme.Handler.handle(Handler.java:28)
        \tat com.acme.Main.run(Main.java:3)
        \tSuppressed: java.io.IOException: close failed
        \t\tat com.acme.File.close(File.java:5)
        \t\t... 2 more
        \tCaused by: java.lang.Error: of the suppressed
        \t\tat com.acme.File.flush(File.java:6)
        Caused by: java.lang.NullPointerException: Cannot invoke "String.length()"
        \tat com.acme.Repo.find(Repo.java:12)
        \t... 7 more
        Caused by: java.sql.SQLException: root
        \tat org.postgresql.Driver.connect(Driver.java:1)
        \t... 9 more
        """,
        """
        java.lang.IllegalStateException: outer
        * com.acme.Handler.handle Handler.java:28
        * com.acme.Main.run Main.java:3
          java.io.IOException: close failed
          * com.acme.File.close File.java:5
            java.lang.Error: of the suppressed
            * com.acme.File.flush File.java:6
          java.lang.NullPointerException: Cannot invoke "String.length()"
          * com.acme.Repo.find Repo.java:12
          java.sql.SQLException: root
          - org.postgresql.Driver.connect Driver.java:1
        """),
    Trace(
        "no message",
        """
        java.lang.NullPointerException: java.lang.NullPointerException
        java.lang.NullPointerException
        \tat com.acme.Handler.handleRequest(Handler.java:9)
        \tat java.base/java.lang.Thread.run(Thread.java:829)
        """,
        """
        java.lang.NullPointerException:\u{20}
        * com.acme.Handler.handleRequest Handler.java:9
        - java.lang.Thread.run Thread.java:829
        """),
    Trace(
        "a class that was not found",
        """
        Class not found: com.acme.Handler: java.lang.ClassNotFoundException
        java.lang.ClassNotFoundException: com.acme.Handler. Current classpath: file:/var/task/
        \tat java.base/java.net.URLClassLoader.findClass(Unknown Source)
        \tat java.base/java.lang.Class.forName0(Native Method)
        """,
        """
        java.lang.ClassNotFoundException: com.acme.Handler. Current classpath: file:/var/task/
        - java.net.URLClassLoader.findClass
        - java.lang.Class.forName0
        """),
    Trace(
        "Kotlin",
        """
        kotlin.UninitializedPropertyAccessException: lateinit property repo has not been initialized
        \tat com.acme.OrderHandler.handleRequest(OrderHandler.kt:17)
        \tat com.acme.OrderHandler$load$1.invokeSuspend(OrderHandler.kt:20)
        \tat kotlinx.coroutines.DispatchedTask.run(DispatchedTask.kt:106)
        """,
        """
        kotlin.UninitializedPropertyAccessException: lateinit property repo has not been initialized
        * com.acme.OrderHandler.handleRequest OrderHandler.kt:17
        * com.acme.OrderHandler$load$1.invokeSuspend OrderHandler.kt:20
        - kotlinx.coroutines.DispatchedTask.run DispatchedTask.kt:106
        """),
    Trace(
        "a logger's line, a message of several lines, archives",
        """
        2026-03-12 09:14:05 6f1b2c3d-1111-4222-8333-444455556666 ERROR Handler - order failed
        com.acme.ValidationException: 2 problems
        - name is empty
        - price is negative
        \tat app//com.acme.Handler.check(Handler.java:40) ~[orders.jar:na]
        \tat com.acme.Handler$$Lambda/0x0000.run(Unknown Source) ~[?:?]
        """,
        """
        com.acme.ValidationException: 2 problems
        > - name is empty
        > - price is negative
        * com.acme.Handler.check Handler.java:40
        * 0x0000.run
        """),
    Trace(
        "the main thread",
        """
        Exception in thread "main" java.lang.OutOfMemoryError: Java heap space
        \tat com.acme.Cache.grow(Cache.java:77)
        """,
        """
        java.lang.OutOfMemoryError: Java heap space
        * com.acme.Cache.grow Cache.java:77
        """),
    Trace(
        "generated code and frames without a line",
        """
        com.acme.Failed: x
        \tat com.acme.Proxy$1.call(<generated>)
        \tat com.acme.Handler.handle(Handler.java)
        \tat com.acme.Small.run(SourceFile:3)
        \tat com.amazonaws.services.lambda.runtime.api.client.AWSLambda.main(AWSLambda.java:100)
        """,
        """
        com.acme.Failed: x
        * com.acme.Proxy$1.call
        * com.acme.Handler.handle Handler.java
        * com.acme.Small.run SourceFile:3
        - com.amazonaws.services.lambda.runtime.api.client.AWSLambda.main AWSLambda.java:100
        """),
    Trace(
        "a cause with a message of several lines",
        """
        com.acme.OuterException: a
        \tat com.acme.A.a(A.java:1)
        Caused by: com.acme.InnerException: b
        second line
        \tat com.acme.B.b(B.java:2)
        \t... 3 common frames omitted
        """,
        """
        com.acme.OuterException: a
        * com.acme.A.a A.java:1
          com.acme.InnerException: b
          > second line
          * com.acme.B.b B.java:2
        """),
]

@Test(arguments: javaTraces)
func `an error of Java is read`(trace: Trace) { check(trace, .java) }

@Test func `the frames of Java's error document, without the word at`() {
    let error = parseError(
        type: "com.acme.OrderException", message: "stock gone",
        stack: "com.acme.Handler.handleRequest(Handler.java:28)\njava.base/java.lang.reflect.Method.invoke(Unknown Source)")
    #expect(
        written(error)
            == "com.acme.OrderException: stock gone\n* com.acme.Handler.handleRequest Handler.java:28\n- java.lang.reflect.Method.invoke"
    )
    #expect(error.runtime == .java)
}
