// .NET, as Exception.ToString() prints it.

import StackTraces
import Testing

let dotNetTraces: [Trace] = [
    Trace(
        "an inner exception",
        """
        System.InvalidOperationException: stock gone
         ---> System.Exception: inner
           at Acme.Repo.Find(String id) in /src/Repo.cs:line 12
           --- End of inner exception stack trace ---
           at Acme.Function.Handler(Stream input) in /src/Function.cs:line 28
           at lambda_method1(Closure, Stream, ILambdaContext, Stream)
           at Amazon.Lambda.RuntimeSupport.HandlerWrapper.Invoke(InvocationRequest invocation)
        """,
        """
        System.InvalidOperationException: stock gone
        * Acme.Function.Handler /src/Function.cs:28
        - lambda_method1
        - Amazon.Lambda.RuntimeSupport.HandlerWrapper.Invoke
          System.Exception: inner
          * Acme.Repo.Find /src/Repo.cs:12
        """),
    Trace(
        "two inner exceptions",
        """
        Acme.OrderException: a
         ---> Acme.RepoException: b
         ---> System.TimeoutException: c
           at Acme.Db.Query() in /src/Db.cs:line 3
           --- End of inner exception stack trace ---
           at Acme.Repo.Find() in /src/Repo.cs:line 2
           --- End of inner exception stack trace ---
           at Acme.Function.Handler() in /src/Function.cs:line 1
        """,
        """
        Acme.OrderException: a
        * Acme.Function.Handler /src/Function.cs:1
          Acme.RepoException: b
          * Acme.Repo.Find /src/Repo.cs:2
          System.TimeoutException: c
          * Acme.Db.Query /src/Db.cs:3
        """),
    Trace(
        "asynchronous methods",
        """
        System.NullReferenceException: Object reference not set to an instance of an object.
           at Acme.Function.<Handler>d__3.MoveNext() in /src/Function.cs:line 40
        --- End of stack trace from previous location ---
           at System.Runtime.CompilerServices.TaskAwaiter.ThrowForNonSuccess(Task task)
           at Acme.Function.<>c__DisplayClass1_0.<Run>b__0() in /src/Function.cs:line 9
        """,
        """
        System.NullReferenceException: Object reference not set to an instance of an object.
        * Acme.Function.Handler /src/Function.cs:40
        - System.Runtime.CompilerServices.TaskAwaiter.ThrowForNonSuccess
        * Acme.Function.Run /src/Function.cs:9
        """),
    Trace(
        "inner exceptions on one line, as of old",
        """
        System.AggregateException: One or more errors occurred. ---> System.Exception: inner
           at Acme.Repo.Find()
           --- End of inner exception stack trace ---
           at Acme.Function.Handler()
        """,
        """
        System.AggregateException: One or more errors occurred.
        * Acme.Function.Handler
          System.Exception: inner
          * Acme.Repo.Find
        """),
    Trace(
        "an aggregate with two members",
        """
        System.AggregateException: One or more errors occurred. (a) (b)
         ---> System.Exception: a
           at Acme.A.Run() in /src/A.cs:line 1
           --- End of inner exception stack trace ---
           at Acme.Function.Handler() in /src/Function.cs:line 2
         ---> (Inner Exception #1) System.Exception: b
           at Acme.B.Run() in /src/B.cs:line 3<---
        """,
        """
        System.AggregateException: One or more errors occurred. (a) (b)
        * Acme.Function.Handler /src/Function.cs:2
          System.Exception: a
          * Acme.A.Run /src/A.cs:1
          System.Exception: b
          * Acme.B.Run /src/B.cs:3
        """),
    Trace(
        "a message of several lines",
        """
        Acme.ValidationException: 2 problems
        name is empty
        price is negative
           at Acme.Function.Check(Order order) in C:\\src\\Function.cs:line 5
        """,
        """
        Acme.ValidationException: 2 problems
        > name is empty
        > price is negative
        * Acme.Function.Check C:\\src\\Function.cs:5
        """),
    Trace(
        "words before the exception",
        """
        Unhandled exception. System.IO.FileNotFoundException: Could not load file or assembly 'X'
           at System.Reflection.RuntimeAssembly.InternalLoad(AssemblyName name)
        """,
        """
        System.IO.FileNotFoundException: Could not load file or assembly 'X'
        - System.Reflection.RuntimeAssembly.InternalLoad
        """),
    Trace(
        "a logger's message before the exception",
        """
        order failed: Acme.OrderException: gone
           at Acme.Function.Handler[T](T input) in /src/Function.cs:line 28
           at Microsoft.Extensions.Http.Client.Send(HttpRequestMessage request)
        """,
        """
        Acme.OrderException: gone
        * Acme.Function.Handler[T] /src/Function.cs:28
        - Microsoft.Extensions.Http.Client.Send
        """),
]

@Test(arguments: dotNetTraces)
func `an error of NET is read`(trace: Trace) { check(trace, .dotnet) }

@Test func `the trimmed lines of a NET record`() {
    let error = parseError(
        type: "System.Exception", message: "x",
        stack: "at Acme.Repo.Find() in /src/Repo.cs:line 12\nat lambda_method1(Closure, Stream)")
    #expect(written(error) == "System.Exception: x\n* Acme.Repo.Find /src/Repo.cs:12\n- lambda_method1")
    #expect(error.runtime == .dotnet)
}
