// .NET, as services, serializers and the Lambda runtime print it.

import StackTraces
import Testing

let dotNetServiceTraces: [Trace] = [
    Trace(
        "an iterator and a constructor",
        """
        System.ArgumentOutOfRangeException: Index was out of range. (Parameter 'index')
           at System.ThrowHelper.ThrowArgumentOutOfRange_IndexMustBeLessException()
           at Acme.Basket..ctor(Order order) in /src/Basket.cs:line 14
           at Acme.Shop.<Lines>d__7.MoveNext() in /src/Shop.cs:line 61
        """,
        """
        System.ArgumentOutOfRangeException: Index was out of range. (Parameter 'index')
        - System.ThrowHelper.ThrowArgumentOutOfRange_IndexMustBeLessException
        * Acme.Basket..ctor /src/Basket.cs:14
        * Acme.Shop.Lines /src/Shop.cs:61
        """),
    Trace(
        "JSON that could not be read",
        """
        System.Text.Json.JsonException: The JSON value could not be converted to System.Int32. Path: $.quantity | LineNumber: 0 | BytePositionInLine: 17.
         ---> System.InvalidOperationException: Cannot get the value of a token type 'String' as a number.
           at System.Text.Json.Utf8JsonReader.TryGetInt32(Int32& value)
           --- End of inner exception stack trace ---
           at System.Text.Json.JsonSerializer.Deserialize[TValue](String json, JsonSerializerOptions options)
           at Acme.Function.Handler(APIGatewayProxyRequest request, ILambdaContext context) in /src/Function.cs:line 22
        """,
        """
        System.Text.Json.JsonException: The JSON value could not be converted to System.Int32. Path: $.quantity | LineNumber: 0 | BytePositionInLine: 17.
        - System.Text.Json.JsonSerializer.Deserialize[TValue]
        * Acme.Function.Handler /src/Function.cs:22
          System.InvalidOperationException: Cannot get the value of a token type 'String' as a number.
          - System.Text.Json.Utf8JsonReader.TryGetInt32
        """),
    Trace(
        "a service's client",
        """
        Amazon.DynamoDBv2.AmazonDynamoDBException: The conditional request failed
         ---> Amazon.Runtime.Internal.HttpErrorResponseException: Exception of type 'HttpErrorResponseException' was thrown.
           at Amazon.Runtime.HttpWebRequestMessage.GetResponseAsync(CancellationToken token)
           --- End of inner exception stack trace ---
           at Amazon.Runtime.Internal.ErrorHandler.HandleException(IExecutionContext context)
           at Acme.OrderStore.SaveAsync(Order order) in /src/OrderStore.cs:line 48
        """,
        """
        Amazon.DynamoDBv2.AmazonDynamoDBException: The conditional request failed
        - Amazon.Runtime.Internal.ErrorHandler.HandleException
        * Acme.OrderStore.SaveAsync /src/OrderStore.cs:48
          Amazon.Runtime.Internal.HttpErrorResponseException: Exception of type 'HttpErrorResponseException' was thrown.
          - Amazon.Runtime.HttpWebRequestMessage.GetResponseAsync
        """),
    Trace(
        "a cancelled task",
        """
        System.Threading.Tasks.TaskCanceledException: A task was canceled.
           at System.Net.Http.HttpClient.SendAsync(HttpRequestMessage request, CancellationToken token)
           at Acme.Payments.Client.ChargeAsync(String id) in C:\\build\\Client.cs:line 77
        --- End of stack trace from previous location ---
           at Acme.Function.<HandleAsync>g__Retry|4_0(Int32 times) in C:\\build\\Function.cs:line 30
        """,
        """
        System.Threading.Tasks.TaskCanceledException: A task was canceled.
        - System.Net.Http.HttpClient.SendAsync
        * Acme.Payments.Client.ChargeAsync C:\\build\\Client.cs:77
        * Acme.Function.HandleAsync C:\\build\\Function.cs:30
        """),
    Trace(
        "a type that could not be initialised",
        """
        System.TypeInitializationException: The type initializer for 'Acme.Settings' threw an exception.
         ---> System.Collections.Generic.KeyNotFoundException: The given key 'STOCK_TABLE' was not present in the dictionary.
           at Acme.Settings..cctor() in /src/Settings.cs:line 8
           --- End of inner exception stack trace ---
           at Acme.Function..ctor()
        """,
        """
        System.TypeInitializationException: The type initializer for 'Acme.Settings' threw an exception.
        * Acme.Function..ctor
          System.Collections.Generic.KeyNotFoundException: The given key 'STOCK_TABLE' was not present in the dictionary.
          * Acme.Settings..cctor /src/Settings.cs:8
        """),
    Trace(
        "F#, with a closure",
        """
        System.Exception: stock gone
           at Acme.Orders.find@12.Invoke(String id) in /src/Orders.fs:line 12
           at Microsoft.FSharp.Core.OptionModule.Map[T,TResult](FSharpFunc`2 mapping, FSharpOption`1 option)
           at Acme.Orders.handler(String id) in /src/Orders.fs:line 20
        """,
        """
        System.Exception: stock gone
        * Acme.Orders.find@12.Invoke /src/Orders.fs:12
        - Microsoft.FSharp.Core.OptionModule.Map[T,TResult]
        * Acme.Orders.handler /src/Orders.fs:20
        """),
    Trace(
        "a message of one type and nothing below it but frames",
        """
        System.DivideByZeroException: Attempted to divide by zero.
           at Acme.Price.Each(Int32 count)
        """,
        """
        System.DivideByZeroException: Attempted to divide by zero.
        * Acme.Price.Each
        """),
]

@Test(arguments: dotNetServiceTraces)
func `an error of NET services is read`(trace: Trace) { check(trace, .dotnet) }
