// Kotlin, and Java as frameworks, loggers and other languages of the virtual machine print it.

import StackTraces
import Testing

let kotlinTraces: [Trace] = [
    Trace(
        "a coroutine that was resumed",
        """
        java.lang.IllegalStateException: order 17 is closed
        \tat com.acme.orders.CloseOrder.close(CloseOrder.kt:31)
        \tat com.acme.orders.CloseOrder.access$close(CloseOrder.kt:9)
        \tat com.acme.orders.CloseOrder$close$1.invokeSuspend(CloseOrder.kt)
        \tat kotlin.coroutines.jvm.internal.BaseContinuationImpl.resumeWith(ContinuationImpl.kt:33)
        \tat kotlinx.coroutines.BuildersKt__BuildersKt.runBlocking(Builders.kt:59)
        """,
        """
        java.lang.IllegalStateException: order 17 is closed
        * com.acme.orders.CloseOrder.close CloseOrder.kt:31
        * com.acme.orders.CloseOrder.access$close CloseOrder.kt:9
        * com.acme.orders.CloseOrder$close$1.invokeSuspend CloseOrder.kt
        - kotlin.coroutines.jvm.internal.BaseContinuationImpl.resumeWith ContinuationImpl.kt:33
        - kotlinx.coroutines.BuildersKt__BuildersKt.runBlocking Builders.kt:59
        """),
    Trace(
        "a null where none may be",
        """
        java.lang.NullPointerException: Parameter specified as non-null is null: method com.acme.Orders.find, parameter id
        \tat com.acme.Orders.find(Orders.kt)
        \tat com.acme.OrdersKt.main(Orders.kt:12)
        """,
        """
        java.lang.NullPointerException: Parameter specified as non-null is null: method com.acme.Orders.find, parameter id
        * com.acme.Orders.find Orders.kt
        * com.acme.OrdersKt.main Orders.kt:12
        """),
    Trace(
        "a sealed class without a branch, behind a cause",
        """
        com.acme.OrderFailed: could not read order
        \tat com.acme.Orders.read(Orders.kt:40)
        Caused by: kotlin.NoWhenBranchMatchedException
        \tat com.acme.State.next(State.kt:8)
        \t... 1 more
        """,
        """
        com.acme.OrderFailed: could not read order
        * com.acme.Orders.read Orders.kt:40
          kotlin.NoWhenBranchMatchedException:\u{20}
          * com.acme.State.next State.kt:8
        """),
    Trace(
        "a file's own functions and a companion",
        """
        java.util.NoSuchElementException: List is empty.
        \tat kotlin.collections.CollectionsKt___CollectionsKt.first(_Collections.kt:214)
        \tat com.acme.PricesKt.cheapest(Prices.kt:5)
        \tat com.acme.Catalog$Companion.load(Catalog.kt:22)
        """,
        """
        java.util.NoSuchElementException: List is empty.
        - kotlin.collections.CollectionsKt___CollectionsKt.first _Collections.kt:214
        * com.acme.PricesKt.cheapest Prices.kt:5
        * com.acme.Catalog$Companion.load Catalog.kt:22
        """),
    Trace(
        "what could not be started",
        """
        Error loading class com.acme.Handler: com/acme/Missing: java.lang.NoClassDefFoundError
        java.lang.NoClassDefFoundError: com/acme/Missing
        \tat java.base/java.lang.Class.forName0(Native Method)
        \tat java.base/java.lang.Class.forName(Unknown Source)
        Caused by: java.lang.ClassNotFoundException: com.acme.Missing. Current classpath: file:/var/task/
        \tat java.base/java.net.URLClassLoader.findClass(Unknown Source)
        \t... 2 more
        """,
        """
        java.lang.NoClassDefFoundError: com/acme/Missing
        - java.lang.Class.forName0
        - java.lang.Class.forName
          java.lang.ClassNotFoundException: com.acme.Missing. Current classpath: file:/var/task/
          - java.net.URLClassLoader.findClass
        """),
    Trace(
        "a static block that failed",
        """
        java.lang.ExceptionInInitializerError
        \tat com.acme.Handler.handleRequest(Handler.java:14)
        Caused by: java.lang.RuntimeException: no value for STOCK_TABLE
        \tat com.acme.Config.read(Config.java:9)
        \tat com.acme.Config.<clinit>(Config.java:4)
        \t... 1 more
        """,
        """
        java.lang.ExceptionInInitializerError:\u{20}
        * com.acme.Handler.handleRequest Handler.java:14
          java.lang.RuntimeException: no value for STOCK_TABLE
          * com.acme.Config.read Config.java:9
          * com.acme.Config.<clinit> Config.java:4
        """),
    Trace(
        "Scala, with the object's dollar",
        """
        scala.MatchError: Paid (of class com.acme.Paid$)
        \tat com.acme.Orders$.next(Orders.scala:19)
        \tat com.acme.Handler.handleRequest(Handler.scala:8)
        """,
        """
        scala.MatchError: Paid (of class com.acme.Paid$)
        * com.acme.Orders$.next Orders.scala:19
        * com.acme.Handler.handleRequest Handler.scala:8
        """),
]

@Test(arguments: kotlinTraces)
func `an error of Kotlin and its like is read`(trace: Trace) { check(trace, .java) }
