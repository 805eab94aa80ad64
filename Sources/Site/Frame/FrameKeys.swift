// The keys that `layout.html` may name.

enum FrameKeys {
    static let keys: [String: TemplateShape] = [
        "title": .text, "root": .text, "stylesheet": .text, "script": .text, "patterns": .text, "range": .text,
        "twin": .text, "scripts": .part(["src": .text]), "json": .text, "main": .text, "lang": .text,
        "menu": .part(["name": .text, "href": .text, "current": .flag]),
        "trail": .part(["name": .text, "href": .text, "last": .flag]),
        "sections": .part(["id": .text, "title": .text, "count": .text, "hasCount": .flag]),
        "neighbours": .part([
            "title": .text,
            "links": .part(["name": .text, "href": .text, "count": .text, "hasCount": .flag]),
        ]),
        "foot": .part(["label": .text, "html": .text]),
    ]
}
