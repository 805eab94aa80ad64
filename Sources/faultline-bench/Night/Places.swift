// The endpoints by the names that the mishaps use.

struct Places {
    let create: Int
    let read: Int
    let list: Int
    let update: Int
    let payment: Int
    let invoice: Int
    let report: Int
    let catalog: Int
    let partner: Int
    let user: Int
    let createUser: Int
    let avatar: Int
    let message: Int
    let connect: Int

    init(_ landscape: Landscape) {
        create = landscape.endpoint("POST", "/orders")
        read = landscape.endpoint("GET", "/orders/{id}")
        list = landscape.endpoint("GET", "/orders")
        update = landscape.endpoint("PUT", "/orders/{id}")
        payment = landscape.endpoint("POST", "/orders/{id}/payment")
        invoice = landscape.endpoint("GET", "/orders/{id}/invoice")
        report = landscape.endpoint("POST", "/reports")
        catalog = landscape.endpoint("GET", "/catalog")
        partner = landscape.endpoint("GET", "/partners/{id}")
        user = landscape.endpoint("GET", "/users/{id}")
        createUser = landscape.endpoint("POST", "/users")
        avatar = landscape.endpoint("GET", "/users/{id}/avatar")
        message = landscape.endpoint("", "sendMessage")
        connect = landscape.endpoint("", "$connect")
    }
}
