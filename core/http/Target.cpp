#include "core/http/Target.h"

#include <array>
#include <optional>

namespace atelier::http {

namespace {

enum class Part { Path, Query };

Error refused(const std::string &why)
{
    return {ErrorKind::Invalid, "http.bad-target",
        "The address of the request is not acceptable: " + why + ". Correct the address.", {}, {}};
}

bool isControl(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

std::optional<char> escapeAt(std::string_view text, std::size_t percent)
{
    if (percent + 2 >= text.size())
        return std::nullopt;
    const int high = hexDigit(text[percent + 1]);
    const int low = hexDigit(text[percent + 2]);
    if (high < 0 || low < 0)
        return std::nullopt;
    return static_cast<char>(high * 16 + low);
}

Result<std::string> decode(std::string_view text, Part part)
{
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '#' || isControl(c))
            return refused("it contains a '#' or a control character that is not percent-encoded");
        if (c == '%') {
            const std::optional<char> escape = escapeAt(text, i);
            if (!escape)
                return refused("a '%' is not followed by two hexadecimal digits");
            c = *escape;
            i += 2;
            if (c == '\0')
                return refused("it contains a NUL");
        } else if (c == '+' && part == Part::Query) {
            c = ' ';
        }
        if (part == Part::Path && (c == '\\' || isControl(c)))
            return refused("its path contains a backslash or a control character");
        decoded += c;
    }
    return decoded;
}

Result<Fields> parseQuery(std::string_view text)
{
    Fields query;
    while (!text.empty()) {
        const std::string_view pair = text.substr(0, text.find('&'));
        text.remove_prefix(std::min(pair.size() + 1, text.size()));
        if (pair.empty())
            continue;
        const std::size_t equals = std::min(pair.find('='), pair.size());
        Result<std::string> key = decode(pair.substr(0, equals), Part::Query);
        if (!key)
            return key.error();
        Result<std::string> value = decode(pair.substr(std::min(equals + 1, pair.size())), Part::Query);
        if (!value)
            return value.error();
        query.emplace_back(*std::move(key), *std::move(value));
    }
    return query;
}

std::string encode(std::string_view text, bool keepsSlashes)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    encoded.reserve(text.size());
    for (const char c : text) {
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || c == '-' || c == '.' || c == '_' || c == '~' || (keepsSlashes && c == '/');
        if (isPlain) {
            encoded += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        encoded += '%';
        encoded += digits[byte >> 4U];
        encoded += digits[byte & 0xFU];
    }
    return encoded;
}

} // namespace

Result<Target> parseTarget(std::string_view target)
{
    if (target.empty() || target.front() != '/')
        return refused("it does not begin with '/'");
    const std::size_t mark = std::min(target.find('?'), target.size());
    Result<std::string> path = decode(target.substr(0, mark), Part::Path);
    if (!path)
        return path.error();
    Result<Fields> query = parseQuery(target.substr(std::min(mark + 1, target.size())));
    if (!query)
        return query.error();
    return Target{*std::move(path), *std::move(query)};
}

std::string percentEncode(std::string_view text)
{
    return encode(text, false);
}

std::string encodeTarget(std::string_view path, const Fields &query)
{
    std::string target = encode(path, true);
    char separator = '?';
    for (const auto &[key, value] : query) {
        target += separator;
        target += percentEncode(key);
        target += '=';
        target += percentEncode(value);
        separator = '&';
    }
    return target;
}

} // namespace atelier::http
